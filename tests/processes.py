"""Processes of tests: some would wait for ever if what they show were not so."""

#: Seconds after which a process is taken to wait for ever. It measures nothing, however busy the machine is:
#: what computes too long is held to its processor time.
FOR_EVER = 900
