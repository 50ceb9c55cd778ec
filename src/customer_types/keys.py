"""Keys and ids of taxonomies, categories and facts.

Written by `customer-types codegen`: run it again instead of editing this file.
"""

from enum import StrEnum
from typing import Literal


class _Key(StrEnum):
    """The key of a category, with the two ids that it is made of."""

    @property
    def taxonomy(self) -> str:
        """The id of the taxonomy."""
        return self.partition("/")[0]

    @property
    def id(self) -> str:
        """The id of the category in its taxonomy."""
        return self.partition("/")[2]


class BusinessRelations(_Key):
    """Nature of the business relationship.

    The kind of exchange that links a person or an organization to the company, from
    inside or from outside.
    """

    INTERNAL = "business-relations/internal"
    """Internal customer.

    Someone who is part of the company and has a stake in its success.
    """

    EXTERNAL = "business-relations/external"
    """External customer.

    A consumer who has no professional tie to the company.
    """

    PARTNER = "business-relations/partner"
    """Partner.

    A customer who trades with the company in both directions: goods or services of one
    side for those of the other.
    """

    SUPPLIER = "business-relations/supplier"
    """Supplier.

    A customer who provides the company with the materials that its work depends on.
    """


class BuyingHabits(_Key):
    """Buying habits.

    How buyers differ in how often they order, how much they take and how much they
    spend.
    """

    OCCASIONAL = "buying-habits/occasional"
    """Occasional buyer.

    A buyer who orders only now and then.
    """

    REGULAR = "buying-habits/regular"
    """Regular buyer.

    A buyer who orders at steady intervals.
    """

    HIGH_VOLUME = "buying-habits/high-volume"
    """High-volume buyer.

    A buyer who is among those who take the largest quantities.
    """

    VIP = "buying-habits/vip"
    """VIP buyer.

    A buyer who is among those who spend the most.
    """


class CustomerAndConsumer(_Key):
    """Customer and consumer.

    Two neighboring notions: whoever acquires something in exchange for value, and the
    individual who consumes it.
    """

    CUSTOMER = "customer-and-consumer/customer"
    """Customer.

    A person or an organization that gives money, or something else of value, and gets
    goods, services, products or ideas for it.
    """

    CONSUMER = "customer-and-consumer/consumer"
    """Consumer.

    An individual for whose personal use a product or service is meant.
    """


class CustomerCategories(_Key):
    """Customer categories.

    Eight categories of customers, told apart by who buys, by how far the relationship
    has come, or by where the customer is.
    """

    INDIVIDUAL = "customer-categories/individual"
    """Individual customer.

    A person who buys for private use.
    """

    PROFESSIONAL = "customer-categories/professional"
    """Professional customer.

    A company or other organization that buys for its professional activity.
    """

    INSTITUTIONAL = "customer-categories/institutional"
    """Institutional customer.

    A public or nonprofit body that buys for itself or in order to supply others.
    """

    LOYAL = "customer-categories/loyal"
    """Loyal customer.

    A customer who has been with the company for a long time and buys regularly.
    """

    OCCASIONAL = "customer-categories/occasional"
    """Occasional customer.

    A customer who buys now and then, without a lasting tie to the company.
    """

    POTENTIAL = "customer-categories/potential"
    """Potential customer.

    A person or organization that has not bought so far and that might be interested in
    the offer.
    """

    INACTIVE = "customer-categories/inactive"
    """Inactive customer.

    A former buyer who, for whatever reason, has stopped buying.
    """

    INTERNATIONAL = "customer-categories/international"
    """International customer.

    A customer who buys from the company and lives or is based in another country.
    """


class HouseholdRegistration(_Key):
    """Household registration in ancient China.

    Two kinds of households that the registers of ancient China contrasted.
    """

    GUEST_HOUSEHOLD = "household-registration/guest-household"
    """Guest household.

    A household that the registers of ancient China listed, as a rule, as not native to
    the place, whatever the class of its members.
    """

    MAIN_HOUSEHOLD = "household-registration/main-household"
    """Main household.

    The counterpart of the guest household in the same registers, native to the place.
    """


class InvestorProfiles(_Key):
    """Investor profiles.

    Kinds of customers who invest, told apart by how they deal with risk, with a
    category for the companies among them.
    """

    CONSERVATIVE = "investor-profiles/conservative"
    """Conservative investor.

    An investor who fears risk and would rather earn less than lose money.
    """

    STEADY = "investor-profiles/steady"
    """Moderate investor.

    An investor who accepts some risk for a better return but wants to avoid heavy
    losses.
    """

    GROWTH_ORIENTED = "investor-profiles/growth-oriented"
    """Growth-oriented investor.

    An investor who understands the risks and takes them on purpose for a higher return.
    """

    SPECULATIVE = "investor-profiles/speculative"
    """Speculator.

    An investor who bets on prices without understanding investments, in the hope of a
    windfall.
    """

    CORPORATE = "investor-profiles/corporate"
    """Corporate customer.

    A company with money to invest, whether its head or its finance department decides.
    """


class Lifecycle(_Key):
    """Customer lifecycle.

    How far a customer has come with a company, from not having bought yet to no longer
    buying.
    """

    POTENTIAL = "lifecycle/potential"
    """Potential customer.

    A person or organization that has not bought anything so far.
    """

    NEW = "lifecycle/new"
    """New customer.

    A customer whose buying has only just begun.
    """

    ACTIVE = "lifecycle/active"
    """Active customer.

    A customer who buys often.
    """

    LOYAL = "lifecycle/loyal"
    """Loyal customer.

    A customer who has been buying for a long time.
    """

    LOST = "lifecycle/lost"
    """Lost customer.

    A customer who used to buy and has stopped.
    """


class MarketRoles(_Key):
    """Customer and neighboring terms.

    What someone can be to a company in its market (a buyer, a user, someone who
    recommends or could buy, part of the segment that it wants to reach), and the
    portrait of its ideal customer.
    """

    CUSTOMER = "market-roles/customer"
    """Customer.

    A person or organization that has bought from the company or signed a contract with
    it, and so has already dealt with it.
    """

    USER = "market-roles/user"
    """User.

    Someone who uses the product or service, whether they bought it themselves or not.
    """

    RECOMMENDER = "market-roles/recommender"
    """Recommender.

    Someone who recommends or promotes the product or service to others: a satisfied
    customer or user, an expert, or an influencer with the right following.
    """

    BUYER_PERSONA = "market-roles/buyer-persona"
    """Buyer persona.

    A partly invented portrait of the ideal customer, put together from demographic
    data, behavior, needs, goals and motives.
    """

    POTENTIAL = "market-roles/potential"
    """Potential customer.

    A person or organization that has had no contact with the company so far but could
    have, and that usually fits its segmentation criteria.
    """

    TARGET = "market-roles/target"
    """Target market.

    The part of the market that the company wants to reach, marked out by geographic,
    demographic, psychographic and behavioral data.
    """


class RelationshipTypes(_Key):
    """Types of customer relationship.

    Kinds of ties between a company and the people who buy from it, might buy, work for
    it or recommend it.
    """

    CURRENT = "relationship-types/current"
    """Current customer.

    Someone who has bought from the company, or used what it offers, at least once, and
    has not ceased to be a customer.
    """

    POTENTIAL = "relationship-types/potential"
    """Potential customer.

    Someone who has not bought or used what the company offers so far, but may one day.
    """

    TARGET = "relationship-types/target"
    """Target customer.

    A person or organization in the group that the company has singled out and makes its
    products or services for.
    """

    INTERNAL = "relationship-types/internal"
    """Internal customer.

    Someone on the company’s own staff whom it also has to serve as a customer.
    """

    REFERRER = "relationship-types/referrer"
    """Referring customer.

    Someone who advises others to choose the company’s products or services.
    """

    OCCASIONAL = "relationship-types/occasional"
    """Occasional customer.

    A customer who buys now and then, without a lasting commitment to the company.
    """

    LOYAL = "relationship-types/loyal"
    """Loyal customer.

    A customer who stays with the company over time because they are satisfied with its
    products or services.
    """

    DISLOYAL = "relationship-types/disloyal"
    """Disloyal customer.

    A customer who has been let down and will neither buy from the company nor use what
    it offers again.
    """

    LOST = "relationship-types/lost"
    """Lost customer.

    A former customer who has left, for whatever reason, and may still come back.
    """

    REFERRED = "relationship-types/referred"
    """Referred customer.

    Someone who turned to the company on the advice of another customer or of a person
    they know.
    """


class SegmentationBases(_Key):
    """Bases of segmentation.

    The four kinds of facts by which a company can divide its customers into segments.
    """

    GEOGRAPHIC = "segmentation-bases/geographic"
    """Geographic segmentation.

    Tells customers apart by where they live, so that each can be offered what suits
    them best.
    """

    DEMOGRAPHIC = "segmentation-bases/demographic"
    """Demographic segmentation.

    Tells customers apart by age, gender, culture, occupation and income, to make
    marketing more personal.
    """

    PSYCHOGRAPHIC = "segmentation-bases/psychographic"
    """Psychographic segmentation.

    Tells customers apart by lifestyle, personality and interests, beyond plain facts,
    so that words and arguments speak to them.
    """

    BEHAVIORAL = "segmentation-bases/behavioral"
    """Behavioral segmentation.

    Tells customers apart by what they do: how they react, what they usually consume,
    how often they buy and how much they spend per order.
    """


class StatusAndActivity(_Key):
    """Status and activity.

    Where someone stands with a company and how active they are, from the first contact
    to turning away.
    """

    NEW_CONTACT = "status-and-activity/new-contact"
    """New contact.

    Someone who has just come into contact with the company for the first time.
    """

    CUSTOMER = "status-and-activity/customer"
    """Customer.

    A former prospect who has gone on to buy.
    """

    REGULAR = "status-and-activity/regular"
    """Regular customer.

    A customer whom the company has won over and who buys periodically.
    """

    DISENGAGING = "status-and-activity/disengaging"
    """Disengaging customer.

    A customer who has become inactive and whose interest is fading.
    """

    LOST = "status-and-activity/lost"
    """Lost customer.

    A customer who has turned away from what the company offers.
    """


class SupplyChainPositions(_Key):
    """Position in the supply chain.

    A buyer’s position between production and final use, judged by what becomes of the
    purchase.
    """

    FINAL_CONSUMER = "supply-chain-positions/final-consumer"
    """Final consumer.

    A buyer who keeps the purchase for their own use, so that the chain ends there.
    """

    AGENT = "supply-chain-positions/agent"
    """Agent.

    A buyer who acts on behalf of someone else and never owns the goods.
    """

    MIDDLEMAN = "supply-chain-positions/middleman"
    """Intermediary.

    A buyer who becomes the owner of the goods and resells them.
    """


BusinessRelationsId = Literal[
    "internal",
    "external",
    "partner",
    "supplier",
]
BuyingHabitsId = Literal[
    "occasional",
    "regular",
    "high-volume",
    "vip",
]
CustomerAndConsumerId = Literal[
    "customer",
    "consumer",
]
CustomerCategoriesId = Literal[
    "individual",
    "professional",
    "institutional",
    "loyal",
    "occasional",
    "potential",
    "inactive",
    "international",
]
HouseholdRegistrationId = Literal[
    "guest-household",
    "main-household",
]
InvestorProfilesId = Literal[
    "conservative",
    "steady",
    "growth-oriented",
    "speculative",
    "corporate",
]
LifecycleId = Literal[
    "potential",
    "new",
    "active",
    "loyal",
    "lost",
]
MarketRolesId = Literal[
    "customer",
    "user",
    "recommender",
    "buyer-persona",
    "potential",
    "target",
]
RelationshipTypesId = Literal[
    "current",
    "potential",
    "target",
    "internal",
    "referrer",
    "occasional",
    "loyal",
    "disloyal",
    "lost",
    "referred",
]
SegmentationBasesId = Literal[
    "geographic",
    "demographic",
    "psychographic",
    "behavioral",
]
StatusAndActivityId = Literal[
    "new-contact",
    "customer",
    "regular",
    "disengaging",
    "lost",
]
SupplyChainPositionsId = Literal[
    "final-consumer",
    "agent",
    "middleman",
]
TaxonomyId = Literal[
    "business-relations",
    "buying-habits",
    "customer-and-consumer",
    "customer-categories",
    "household-registration",
    "investor-profiles",
    "lifecycle",
    "market-roles",
    "relationship-types",
    "segmentation-bases",
    "status-and-activity",
    "supply-chain-positions",
]
CategoryKey = Literal[
    "business-relations/internal",
    "business-relations/external",
    "business-relations/partner",
    "business-relations/supplier",
    "buying-habits/occasional",
    "buying-habits/regular",
    "buying-habits/high-volume",
    "buying-habits/vip",
    "customer-and-consumer/customer",
    "customer-and-consumer/consumer",
    "customer-categories/individual",
    "customer-categories/professional",
    "customer-categories/institutional",
    "customer-categories/loyal",
    "customer-categories/occasional",
    "customer-categories/potential",
    "customer-categories/inactive",
    "customer-categories/international",
    "household-registration/guest-household",
    "household-registration/main-household",
    "investor-profiles/conservative",
    "investor-profiles/steady",
    "investor-profiles/growth-oriented",
    "investor-profiles/speculative",
    "investor-profiles/corporate",
    "lifecycle/potential",
    "lifecycle/new",
    "lifecycle/active",
    "lifecycle/loyal",
    "lifecycle/lost",
    "market-roles/customer",
    "market-roles/user",
    "market-roles/recommender",
    "market-roles/buyer-persona",
    "market-roles/potential",
    "market-roles/target",
    "relationship-types/current",
    "relationship-types/potential",
    "relationship-types/target",
    "relationship-types/internal",
    "relationship-types/referrer",
    "relationship-types/occasional",
    "relationship-types/loyal",
    "relationship-types/disloyal",
    "relationship-types/lost",
    "relationship-types/referred",
    "segmentation-bases/geographic",
    "segmentation-bases/demographic",
    "segmentation-bases/psychographic",
    "segmentation-bases/behavioral",
    "status-and-activity/new-contact",
    "status-and-activity/customer",
    "status-and-activity/regular",
    "status-and-activity/disengaging",
    "status-and-activity/lost",
    "supply-chain-positions/final-consumer",
    "supply-chain-positions/agent",
    "supply-chain-positions/middleman",
]
FactId = Literal[
    "orders",
    "orders_365d",
    "spend",
    "spend_365d",
    "units_365d",
    "average_order_value",
    "days_since_first_order",
    "days_since_last_order",
    "usual_gap_days",
    "gaps_since_last_order",
    "spend_percentile",
    "units_percentile",
    "days_since_first_contact",
    "has_interacted",
    "has_contract",
    "has_used",
    "bad_experience",
    "would_buy_again",
    "recommends",
    "referrals_made",
    "was_referred",
    "in_target",
    "is_internal",
    "relation_roles",
    "party_kind",
    "purchase_purpose",
    "takes_title",
    "country",
    "home_country",
    "abroad",
    "living_environment",
    "age",
    "gender",
    "income_level",
    "occupation",
    "industry",
    "company_size",
    "interests",
    "lifestyle",
    "personality",
    "risk_tolerance",
    "investment_knowledge",
]
