"""The two taxonomies that are measured: nine plain criteria, whose twins by hand stand in the benchmarks.

They change only with their twins. What is shipped asks more of a customer, and changes with what is known
about customers; `test_classification` tells how much longer that takes.
"""

from customer_types import loads

LIFECYCLE = loads("""
id: plain-lifecycle
version: 1.0.0
languages: [en]
label: {en: Plain lifecycle}
categories:
  - id: potential
    label: {en: Potential customer}
    when: {orders: 0}
  - id: new
    label: {en: New customer}
    when: {orders: {min: 1}, days_since_first_order: {max: 30}}
  - id: active
    label: {en: Active customer}
    when:
      orders: {min: 1}
      days_since_first_order: {above: 30}
      days_since_last_order: {max: 120}
      not: {category: loyal}
  - id: loyal
    label: {en: Loyal customer}
    when:
      orders: {min: 1}
      orders_365d: {min: 3}
      days_since_first_order: {min: 180}
      days_since_last_order: {max: 120}
  - id: lost
    label: {en: Lost customer}
    when:
      orders: {min: 1}
      any: [days_since_last_order: {min: 365}, {orders: 1, days_since_last_order: {min: 240}}]
""")

HABITS = loads("""
id: plain-habits
version: 1.0.0
languages: [en]
label: {en: Plain habits}
categories:
  - id: occasional
    label: {en: Occasional customer}
    when: {orders_365d: {min: 1, below: 3}, days_since_first_order: {min: 90}}
  - id: regular
    label: {en: Regular customer}
    when: {orders_365d: {min: 3}}
  - id: high-volume
    label: {en: High-volume customer}
    when: {units_365d: {above: 0}, units_percentile: {min: 80}}
  - id: vip
    label: {en: VIP customer}
    when: {spend_365d: {above: 0}, spend_percentile: {min: 95}}
""")
