"""The examples of the SKOS Reference (W3C Recommendation, 18 August 2009), by number.

Each has its graph and whether it is consistent with the data model; of an entailment, the graph holds
what is given and what follows. Examples 1 and 2 are one graph, 90 is 34 again. Those that show what does
not follow are consistent; `NOT_ENTAILED` has what must not be drawn from them.
"""

PREFIXES = """\
@prefix ex: <http://example.com/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> .
@base <http://example.com/ns/> .
"""

_ANIMALS = """
skos:prefLabel "animals"@en, "animaux"@fr ;
skos:altLabel "fauna"@en, "faune"@fr ;
skos:hiddenLabel "aminals"@en .
"""

CONSISTENT = {
    1: "<MyConcept> rdf:type skos:Concept .",
    2: "<MyConcept> rdf:type skos:Concept .",
    3: "<MyConcept> rdf:type skos:Concept, owl:Class .",
    4: "<MyConcept> rdf:type skos:Concept, owl:ObjectProperty .",
    5: """<MyScheme> rdf:type skos:ConceptScheme ; skos:hasTopConcept <MyConcept> .
          <MyConcept> skos:topConceptOf <MyScheme> . <AnotherConcept> skos:inScheme <MyScheme> .""",
    6: """<MyScheme> rdf:type skos:ConceptScheme .
          <AnotherScheme> rdf:type skos:ConceptScheme ; owl:differentFrom <MyScheme> .
          <MyConcept> skos:inScheme <MyScheme>, <AnotherScheme> .""",
    7: """<MyScheme> rdf:type skos:ConceptScheme, owl:Ontology .
          <MyConcept> skos:inScheme <MyScheme> .""",
    8: """<MyScheme> skos:hasTopConcept <MyConcept> . <MyConcept> skos:broader <AnotherConcept> .
          <AnotherConcept> skos:inScheme <MyScheme> .""",
    9: "<A> skos:narrower <B> ; skos:inScheme <MyScheme> .",
    10: f"<MyResource> {_ANIMALS}",
    11: """<AnotherResource> skos:prefLabel "東"@ja-Hani, "ひがし"@ja-Hira, "ヒガシ"@ja-Kana ;
           skos:prefLabel "higashi"@ja-Latn ;
           skos:altLabel "あずま"@ja-Hira, "アズマ"@ja-Kana, "azuma"@ja-Latn .""",
    16: f"<MyClass> rdf:type owl:Class ; {_ANIMALS}",
    17: '<Love> skos:altLabel "adoration"@en, "desire"@en .',
    18: '<Colour> skos:prefLabel "color"@en, "color"@en-US, "colour"@en-GB .',
    19: '<Love> skos:prefLabel "love"@en ; skos:altLabel "love"@en-GB .',
    20: '<MyConcept> skos:notation "303.4833"^^<MyNotationDatatype> .',
    21: '<Potassium> skos:prefLabel "K"@en ; skos:notation "K"^^<ChemicalSymbolNotation> .',
    22: '<MyResource> skos:note "this is a note"@en .',
    23: "<MyResource> skos:note <MyNote> .",
    24: '<Protein> rdf:type owl:Class ; skos:definition "a sequence of amino-acids"@en .',
    25: "<A> skos:broader <B> ; skos:related <C> .",
    30: "<A> skos:related <B> . <B> skos:related <A> .",
    31: """<cause> rdf:type owl:ObjectProperty ; rdfs:subPropertyOf skos:related .
           <effect> rdf:type owl:ObjectProperty ; rdfs:subPropertyOf skos:related ; owl:inverseOf <cause> .
           <A> <cause> <B> ; skos:related <B> . <B> <effect> <A> ; skos:related <A> .""",
    32: "<A> skos:related <B> . <B> skos:related <C> .",
    33: "<A> skos:related <A> .",
    34: "<A> skos:broader <B> . <B> skos:broader <C> .",
    35: """<A> skos:broader <B> ; skos:broaderTransitive <B>, <C> .
           <B> skos:broader <C> ; skos:broaderTransitive <C> .""",
    36: "<A> skos:broader <A> .",
    37: "<A> skos:broader <B> . <B> skos:broader <A> .",
    38: "<A> skos:broader <B>, <C> . <B> skos:broader <C> .",
    39: "<A> skos:broader <B>, <C> . <B> skos:broader <D> . <C> skos:broader <D> .",
    40: "<MyCollection> rdf:type skos:Collection ; skos:member <X>, <Y>, <Z> .",
    41: "<MyOrderedCollection> rdf:type skos:OrderedCollection ; skos:memberList ( <X> <Y> <Z> ) .",
    42: """<MyOrderedCollection> rdf:type skos:OrderedCollection, skos:Collection ;
           skos:memberList ( <X> <Y> <Z> ) ; skos:member <X>, <Y>, <Z> .""",
    43: "<OrderedCollectionResource> skos:memberList ( <A> <B> ), ( <X> <Y> ) .",
    44: """<MyCollection> rdf:type skos:Collection ; skos:member <A>, <B>, <MyNestedCollection> .
           <MyNestedCollection> rdf:type skos:Collection ; skos:member <X>, <Y>, <Z> .""",
    48: """<A> skos:narrower <B>, <C>, <D> .
           <ResourceCollection> rdfs:label "Resource Collection"@en ; skos:member <B>, <C>, <D> .""",
    49: "<A> skos:exactMatch <B> .",
    50: "<A> skos:closeMatch <B> .",
    51: "<A> skos:broadMatch <B> ; skos:relatedMatch <C> .",
    54: """<A> skos:broadMatch <B> ; skos:mappingRelation <B> ; skos:broader <B> ;
           skos:broaderTransitive <B> ; skos:semanticRelation <B> ; a skos:Concept . <B> a skos:Concept .""",
    55: """<A> skos:narrowMatch <B> ; skos:mappingRelation <B> ; skos:narrower <B> ;
           skos:narrowerTransitive <B> ; skos:semanticRelation <B> ; a skos:Concept . <B> a skos:Concept .""",
    56: """<A> skos:relatedMatch <B> ; skos:mappingRelation <B> ; skos:related <B> ;
           skos:semanticRelation <B> ; a skos:Concept . <B> a skos:Concept .""",
    57: """<A> skos:exactMatch <B> ; skos:closeMatch <B> ; skos:mappingRelation <B> ;
           skos:semanticRelation <B> ; a skos:Concept . <B> a skos:Concept .""",
    58: """<A> skos:broadMatch <B> ; skos:relatedMatch <C> ; skos:inScheme <MyScheme> .
           <B> skos:inScheme <MyScheme> . <C> skos:inScheme <MyScheme> .""",
    62: "<A> skos:exactMatch <B>, <C> . <B> skos:exactMatch <C> .",
    63: "<A> skos:broadMatch <B> . <B> skos:broadMatch <C> .",
    64: "<A> skos:relatedMatch <B> . <B> skos:relatedMatch <C> .",
    65: "<A> skos:closeMatch <B> . <B> skos:closeMatch <C> .",
    66: "<A> skos:exactMatch <A> . <B> skos:broadMatch <B> . <C> skos:relatedMatch <C> .",
    67: """<A> skos:broadMatch <B> . <B> skos:broadMatch <A> .
           <X> skos:broadMatch <Y> . <Y> skos:broadMatch <Z> . <Z> skos:broadMatch <X> .""",
    68: "<A> skos:broadMatch <B>, <C> . <B> skos:broadMatch <C> .",
    69: "<A> skos:exactMatch <B>, <A> ; skos:closeMatch <A> .",
    70: "<A> skos:exactMatch <B> . <B> skos:broadMatch <C> .",
    71: "<A> skos:exactMatch <B> . <B> skos:relatedMatch <C> .",
    72: "<A> skos:closeMatch <B> . <B> skos:broadMatch <C> .",
    73: "<A> skos:closeMatch <B> . <B> skos:relatedMatch <C> .",
    75: '<A> rdf:type skosxl:Label ; skosxl:literalForm "love"@en .',
    80: '<A> skosxl:literalForm "love"@en . <B> skosxl:literalForm "love"@en .',
    81: '<A> rdf:type skosxl:Label ; skosxl:literalForm "love"@en ; skos:inScheme <MyScheme> .',
    82: """<Love> skosxl:prefLabel <A> ; skosxl:altLabel <B> ; skosxl:hiddenLabel <C> .
           <A> rdf:type skosxl:Label ; skosxl:literalForm "love"@en .
           <B> rdf:type skosxl:Label ; skosxl:literalForm "adoration"@en .
           <C> rdf:type skosxl:Label ; skosxl:literalForm "luv"@en .""",
    83: """<Love> skosxl:prefLabel <A> ; skosxl:altLabel <B> ; skosxl:hiddenLabel <C> ;
           skos:prefLabel "love"@en ; skos:altLabel "adoration"@en ; skos:hiddenLabel "luv"@en .
           <A> rdf:type skosxl:Label ; skosxl:literalForm "love"@en .
           <B> rdf:type skosxl:Label ; skosxl:literalForm "adoration"@en .
           <C> rdf:type skosxl:Label ; skosxl:literalForm "luv"@en .""",
    88: """<A> rdf:type skosxl:Label ; skosxl:literalForm "love" .
           <B> rdf:type skosxl:Label ; skosxl:literalForm "adoration" . <A> skosxl:labelRelation <B> .""",
    89: """ex:acronym rdfs:subPropertyOf skosxl:labelRelation .
           <A> rdf:type skosxl:Label ; skosxl:literalForm "FAO"@en .
           <B> rdf:type skosxl:Label ; skosxl:literalForm "Food and Agriculture Organization"@en .
           <B> ex:acronym <A> .""",
    90: "<A> skos:broader <B> . <B> skos:broader <C> .",
}

#: With the codes of what is found; 74 is called inconsistent in the text that follows it.
INCONSISTENT = {
    12: ('<Love> skos:prefLabel "love"@en ; skos:prefLabel "adoration"@en .', ["skos.two-labels"]),
    13: ('<Love> skos:prefLabel "love"@en ; skos:altLabel "love"@en .', ["skos.two-roles"]),
    14: ('<Love> skos:altLabel "love"@en ; skos:hiddenLabel "love"@en .', ["skos.two-roles"]),
    15: ('<Love> skos:prefLabel "love"@en ; skos:hiddenLabel "love"@en .', ["skos.two-roles"]),
    26: ("<A> skos:broader <B> ; skos:related <B> .", ["skos.related-and-broader"]),
    27: ("<A> skos:broader <B> ; skos:related <C> . <B> skos:broader <C> .", ["skos.related-and-broader"]),
    28: ("<A> skos:broaderTransitive <C> ; skos:related <C> .", ["skos.related-and-broader"]),
    29: ("<A> skos:narrower <B> ; skos:related <C> . <B> skos:narrower <C> .", ["skos.related-and-broader"]),
    45: ("<A> skos:narrower <B> . <B> rdf:type skos:Collection .", ["skos.two-classes"]),
    46: ("<A> skos:broader <B> . <B> rdf:type skos:Collection .", ["skos.two-classes"]),
    47: ("<A> skos:related <B> . <B> rdf:type skos:Collection .", ["skos.two-classes"]),
    52: ("<A> skos:exactMatch <B> ; skos:broadMatch <B> .", ["skos.exact-and-other"]),
    53: ("<A> skos:exactMatch <B> ; skos:relatedMatch <B> .", ["skos.exact-and-other"]),
    59: ("<A> skos:broadMatch <B> ; skos:relatedMatch <B> .", ["skos.related-and-broader"]),
    60: ("<A> skos:narrowMatch <B> ; skos:relatedMatch <B> .", ["skos.related-and-broader"]),
    61: (
        "<A> skos:broadMatch <B> . <B> skos:broadMatch <C> . <A> skos:relatedMatch <C> .",
        ["skos.related-and-broader"],
    ),
    74: (
        """<A> rdf:type skos:Concept ; skos:prefLabel "love"@en ; skos:inScheme <MyScheme> .
           <B> rdf:type skos:Concept ; skos:prefLabel "adoration"@en ; skos:inScheme <AnotherScheme> .
           <A> owl:sameAs <B> .""",
        ["skos.two-labels"],
    ),
    76: (
        '<B> rdf:type skosxl:Label ; skosxl:literalForm "love" ; skosxl:literalForm "adoration" .',
        ["skos.two-forms"],
    ),
    77: (
        '<B> rdf:type skosxl:Label ; skosxl:literalForm "love"@en ; skosxl:literalForm "love"@fr .',
        ["skos.two-forms"],
    ),
    78: (
        '<B> rdf:type skosxl:Label ; skosxl:literalForm "love"@en-GB ; skosxl:literalForm "love"@en-US .',
        ["skos.two-forms"],
    ),
    79: (
        '<B> rdf:type skosxl:Label ; skosxl:literalForm "東"@ja-Hani ; skosxl:literalForm "ひがし"@ja-Hira .',
        ["skos.two-forms"],
    ),
    84: (
        """<Love> skosxl:prefLabel <A> ; skosxl:prefLabel <B> .
           <A> skosxl:literalForm "love"@en . <B> skosxl:literalForm "adoration"@en .""",
        ["skos.two-labels"],
    ),
    85: (
        """<Love> skosxl:prefLabel <A> ; skosxl:altLabel <B> .
           <A> skosxl:literalForm "love"@en . <B> skosxl:literalForm "love"@en .""",
        ["skos.two-roles"],
    ),
    86: (
        """<Love> skosxl:altLabel <A> ; skosxl:hiddenLabel <B> .
           <A> skosxl:literalForm "love"@en . <B> skosxl:literalForm "love"@en .""",
        ["skos.two-roles"],
    ),
    87: (
        """<Love> skosxl:prefLabel <A> ; skosxl:hiddenLabel <B> .
           <A> skosxl:literalForm "love"@en . <B> skosxl:literalForm "love"@en .""",
        ["skos.two-roles"],
    ),
}

#: What is given, and what follows from it, by example.
ENTAILED = {
    30: ("<A> skos:related <B> .", [("B", "related", "A")]),
    31: (
        """<cause> rdfs:subPropertyOf skos:related .
           <effect> rdfs:subPropertyOf skos:related ; owl:inverseOf <cause> . <A> <cause> <B> .""",
        [("A", "related", "B"), ("B", "related", "A")],
    ),
    42: ("<MyOrderedCollection> skos:memberList ( <X> ) .", [("MyOrderedCollection", "a", "Collection")]),
    54: (
        "<A> skos:broadMatch <B> .",
        [
            *[
                ("A", one, "B")
                for one in ("mappingRelation", "broader", "broaderTransitive", "semanticRelation")
            ],
            *[("A", "a", "Concept"), ("B", "a", "Concept")],
        ],
    ),
    55: (
        "<A> skos:narrowMatch <B> .",
        [
            *[("A", one, "B") for one in ("mappingRelation", "narrower", "narrowerTransitive")],
            *[("A", "semanticRelation", "B"), ("B", "broader", "A"), ("A", "a", "Concept")],
        ],
    ),
    56: (
        "<A> skos:relatedMatch <B> .",
        [("A", one, "B") for one in ("mappingRelation", "related", "semanticRelation")],
    ),
    57: (
        "<A> skos:exactMatch <B> .",
        [("A", one, "B") for one in ("closeMatch", "mappingRelation", "semanticRelation")],
    ),
}

#: What is given, and what does not follow from it, by example.
NOT_ENTAILED = {
    9: ("<A> skos:narrower <B> ; skos:inScheme <MyScheme> .", ("B", "inScheme", "MyScheme")),
    32: ("<A> skos:related <B> . <B> skos:related <C> .", ("A", "related", "C")),
    34: ("<A> skos:broader <B> . <B> skos:broader <C> .", ("A", "broader", "C")),
    63: ("<A> skos:broadMatch <B> . <B> skos:broadMatch <C> .", ("A", "broadMatch", "C")),
    64: ("<A> skos:relatedMatch <B> . <B> skos:relatedMatch <C> .", ("A", "relatedMatch", "C")),
    65: ("<A> skos:closeMatch <B> . <B> skos:closeMatch <C> .", ("A", "closeMatch", "C")),
    70: ("<A> skos:exactMatch <B> . <B> skos:broadMatch <C> .", ("A", "broadMatch", "C")),
    71: ("<A> skos:exactMatch <B> . <B> skos:relatedMatch <C> .", ("A", "relatedMatch", "C")),
    72: ("<A> skos:closeMatch <B> . <B> skos:broadMatch <C> .", ("A", "broadMatch", "C")),
    73: ("<A> skos:closeMatch <B> . <B> skos:relatedMatch <C> .", ("A", "relatedMatch", "C")),
}
