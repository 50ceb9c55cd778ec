"""Deciding is about one customer: facts go in, and a verdict on each category comes out, with the reason.

The interpreter alone says what a criterion means: Kleene's logic of three values, of which *unknown* is
what is missing and could make a difference. Everything faster (code that is generated, conditions that
frames, SQL, CEL and JSONLogic write in words of their own) is tested against it. `answers` says once, as
data over conditions, which single category is the answer; engines only lower it.

Here one may import the model. Laws: a verdict that is not unknown stays the same whatever else becomes
known, but for tests of `known`; a customer's values are in no message.
"""
