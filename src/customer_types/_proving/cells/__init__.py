"""Cells decide questions about all possible customers at once, exactly and with a witness."""
