"""Hypothesis strategies for people who test their own rules: customers of a taxonomy, and taxonomies.

Possible customers are not tried out until one fits. The engine of the proofs cuts all customers into
cells; a cell is chosen for one fact after the other, of those for which there still is a customer, and
then a value in it. So every example fits, however narrow a category is, and examples shrink to
customers of whom little is known. The module needs the extra `strategies`.
"""

from customer_types.errors import NoCustomerError, SearchGivenUpError
from customer_types.strategies.offers import (
    boundary_customers,
    customers,
    customers_in,
    customers_outside,
    taxonomies,
)
from customer_types.strategies.values import Customer

__all__ = [
    "Customer",
    "NoCustomerError",
    "SearchGivenUpError",
    "boundary_customers",
    "customers",
    "customers_in",
    "customers_outside",
    "taxonomies",
]
