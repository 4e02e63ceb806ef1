"""The closed lists of terms: each term with what it means and how French says it.

A column that takes its values from a vocabulary names it in its model (`terms="change_kind"`); a value outside the
list is refused. Adding a term is a MINOR change of the data, removing one a MAJOR change.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """One value of a vocabulary: its definition in one line and its labels."""

    definition: str
    label: str
    label_fr: str
    plover: str | None = None
    """The PLOVER event type that comes nearest, where there is one (event types only)."""


SOURCE_KIND = {
    "article": Term("A news article or broadcast item.", "article", "article de presse"),
    "register": Term("A register kept by an authority, such as a parliament's library.", "register", "registre"),
    "hansard": Term("The record of a chamber's debates or journals.", "Hansard", "hansard"),
    "report": Term("A report, release, reference page or other publication.", "report", "rapport"),
}

TEXT_KIND = {
    "full": Term(
        "Rows were extracted from the document's own text, which is not published.", "full text", "texte intégral"
    ),
    "digest": Term("Rows were extracted from a digest written for this data set.", "digest", "résumé"),
    "none": Term("No text was read: facts were taken from the document as a register.", "no text", "aucun texte"),
}

LANGUAGE = {
    "en": Term("English.", "English", "anglais"),
    "fr": Term("French.", "French", "français"),
}

GENDER = {
    "woman": Term("Recorded as a woman in the register.", "woman", "femme"),
    "man": Term("Recorded as a man in the register.", "man", "homme"),
    "nonbinary": Term("Recorded as neither woman nor man.", "non-binary", "non binaire"),
}

NAME_KIND = {
    "used": Term("The name a person goes by, when it differs from the full name here.", "name used", "nom d'usage"),
    "formal": Term("The name in official records.", "formal name", "nom officiel"),
    "maiden": Term("The family name at birth.", "maiden name", "nom de naissance"),
    "variant": Term("Another spelling found in a source.", "variant spelling", "variante"),
    "nickname": Term("A familiar name.", "nickname", "surnom"),
}

IDENTIFIER_SCHEME = {
    "parlinfo": Term("Library of Parliament, ParlInfo person number.", "ParlInfo", "ParlInfo"),
    "ourcommons": Term("House of Commons member number (ourcommons.ca).", "ourcommons.ca", "noscommunes.ca"),
    "senate": Term("Senate of Canada senator number.", "Senate of Canada", "Sénat du Canada"),
    "wikidata": Term("Wikidata item.", "Wikidata", "Wikidata"),
    "openparliament": Term("openparliament.ca politician slug.", "openparliament.ca", "openparliament.ca"),
}

DATE_PRECISION = {
    "day": Term("The day is known.", "day", "jour"),
    "month": Term("Only the month is known; the date is its first day.", "month", "mois"),
    "year": Term("Only the year is known; the date is its first day.", "year", "année"),
}

CHANGE_KIND = {
    "resigned": Term(
        "The member left the caucus of their own accord and sat as an independent.", "resigned", "démission du caucus"
    ),
    "left": Term(
        "The member left the caucus for none; whether of their own accord, the sources do not say.",
        "left",
        "départ du caucus",
    ),
    "expelled": Term("The leader or the caucus removed the member.", "expelled", "expulsion du caucus"),
    "suspended": Term("The member was put out of the caucus for a time.", "suspended", "suspension du caucus"),
    "crossed_floor": Term(
        "The member went straight from one party's caucus to another's.", "crossed the floor", "changement d'allégeance"
    ),
    "joined": Term("An independent member joined a caucus.", "joined", "adhésion au caucus"),
    "reinstated": Term("The member was let back into a caucus they had left.", "reinstated", "réintégration au caucus"),
    "formed_group": Term("The member left with others to form a new group.", "formed a group", "formation d'un groupe"),
    "merged": Term("The whole caucus merged into another party's.", "merged", "fusion de caucus"),
}

SEAT_END = {
    "general_election": Term("The seat was up at a general election.", "general election", "élection générale"),
    "death": Term("The member died.", "death", "décès"),
    "resignation": Term("The member resigned the seat.", "resignation", "démission"),
    "appointed": Term("The member took an appointment that cannot be held with the seat.", "appointed", "nomination"),
    "election_voided": Term(
        "The election was declared void or the seat given to another candidate.", "election voided", "élection annulée"
    ),
    "expelled_from_house": Term(
        "The chamber expelled the member.", "expelled from the chamber", "expulsion de la chambre"
    ),
    "retirement": Term("A senator reached the age of retirement or left the Senate.", "retirement", "retraite"),
    "disqualified": Term("The member lost the right to sit.", "disqualified", "inhabilité"),
    "chose_other_seat": Term(
        "Elected in two ridings, the member kept the other.", "chose the other seat", "choix de l'autre siège"
    ),
    "other": Term("Another reason, or one that the source does not give.", "other", "autre"),
}

SPELL_START = {
    "elected": Term("Elected or appointed to the seat under this label.", "elected", "élection"),
    "appointed": Term("Appointed to the Senate.", "appointed", "nomination"),
    "changed_caucus": Term(
        "Came from another caucus while holding the seat.", "changed caucus", "changement de caucus"
    ),
    "relabelled": Term(
        "The chamber's record changed the label; the member changed no caucus.", "relabelled", "changement d'étiquette"
    ),
}

SPELL_END = {
    **SEAT_END,
    "changed_caucus": Term("Went to another caucus while holding the seat.", "changed caucus", "changement de caucus"),
    "relabelled": SPELL_START["relabelled"],
}

EVENT_TYPE = {
    "caucus_change": Term("A member leaves, enters or changes a caucus.", "caucus change", "changement de caucus"),
    "leadership_change": Term(
        "A party's leader is chosen, steps down or is removed.", "leadership change", "changement de chef"
    ),
    "appointment": Term("Someone is named to an office.", "appointment", "nomination"),
    "cabinet_exit": Term(
        "A minister leaves the cabinet, by resignation or dismissal.", "cabinet exit", "départ du cabinet"
    ),
    "seat_vacated": Term("A member gives up or loses the seat.", "seat vacated", "siège vacant"),
    "election": Term("A general election or by-election is held or won.", "election", "élection"),
    "nomination": Term("Someone becomes, or ceases to be, a party's candidate.", "nomination", "investiture"),
    "allegation": Term(
        "Someone says that another has done wrong, and it is not established.", "allegation", "allégation", "ACCUSE"
    ),
    "denial": Term("Someone says that what is alleged of them is not so.", "denial", "démenti"),
    "apology": Term("Someone apologises in public.", "apology", "excuses"),
    "call_for_inquiry": Term(
        "Someone asks for an inquiry or investigation.", "call for an inquiry", "demande d'enquête", "REQUEST"
    ),
    "inquiry": Term(
        "A public inquiry, commission or special rapporteur is set up, heard or reports.", "inquiry", "enquête publique"
    ),
    "investigation": Term(
        "Police, a commissioner or another body looks into conduct.", "investigation", "enquête", "ACCUSE"
    ),
    "charge": Term("Someone is charged with an offence.", "charge", "accusation", "ACCUSE"),
    "court_ruling": Term("A court or tribunal decides.", "court ruling", "décision judiciaire"),
    "lawsuit": Term("Someone sues, or a suit is settled or dropped.", "lawsuit", "poursuite civile", "ACCUSE"),
    "confidence_vote": Term(
        "A chamber votes confidence in the government, or fails to.", "confidence vote", "vote de confiance"
    ),
    "detention": Term("Someone is held or released by an authority.", "detention", "détention", "COERCE"),
    "diplomatic_contact": Term(
        "Officials of two states meet, speak, or expel each other's diplomats.",
        "diplomatic contact",
        "contact diplomatique",
        "CONSULT",
    ),
    "policy_announcement": Term(
        "A government or party announces a policy.", "policy announcement", "annonce de politique"
    ),
    "death": Term("A person in public life dies.", "death", "décès"),
}

CLAIM = {
    "fact": Term("The source states it as having happened.", "fact", "fait"),
    "alleged": Term("The source says that somebody alleges it.", "alleged", "allégué"),
    "denied": Term("The source says that it is alleged and that the person concerned denies it.", "denied", "nié"),
    "disputed": Term("Sources or parties give accounts that cannot both be true.", "disputed", "contesté"),
}

PARTICIPANT_ROLE = {
    "subject": Term("The one whom the event is about.", "subject", "sujet"),
    "accuser": Term("The one who alleges, reports or charges.", "accuser", "auteur de l'allégation"),
    "accused": Term("The one against whom something is alleged.", "accused", "mis en cause"),
    "caller": Term("The one who asks for something.", "caller", "demandeur"),
    "addressee": Term("The one who is asked, told or sued.", "addressee", "destinataire"),
    "decider": Term("The one who decides, removes, appoints or rules.", "decider", "décideur"),
    "former_caucus": Term("The caucus that a member leaves.", "former caucus", "ancien caucus"),
    "new_caucus": Term("The caucus that a member enters.", "new caucus", "nouveau caucus"),
    "counterpart": Term("The other party to a contact, meeting or agreement.", "counterpart", "interlocuteur"),
}

STATEMENT_KIND = {
    "direct": Term("A quotation that stands for itself: its words are verbatim.", "direct", "citation directe"),
    "mixed": Term(
        "Reported speech with quoted words in it; the table of quotations has them.", "mixed", "citation intégrée"
    ),
    "indirect": Term(
        "Reported speech, with no more than a word or two in quotation marks.", "indirect", "discours rapporté"
    ),
}

REVIEW_STATUS = {
    "register": Term("Taken from a register or a list kept by curators.", "register", "registre"),
    "extracted": Term("Proposed by the extractor; no curator has looked at it.", "not reviewed", "non révisé"),
    "reviewed": Term("Accepted, amended or added by a curator.", "reviewed", "révisé"),
}

EVIDENCE_METHOD = {
    "register": Term("Taken over from a register.", "register", "registre"),
    "extracted": Term("Found in the text by a rule of extraction.", "extracted", "extraction"),
    "derived": Term("Follows from other rows, such as the caucus held the day before.", "derived", "dérivé"),
    "curated": Term("Added or changed by a curator who read the source.", "curated", "curation"),
}

EXTENT = {
    "all": Term("Every row that there is between the two days.", "complete", "complet"),
    "some": Term("Only some rows: those that a source read here names.", "in part", "partiel"),
}

TABLE_NAME = {
    name: Term(f"The table {name}.", name, name)
    for name in (
        "people",
        "parties",
        "seats",
        "offices",
        "caucus_changes",
        "events",
        "statements",
    )
}

ID_TABLE = {"sources": Term("The table sources.", "sources", "sources")} | TABLE_NAME
"""The tables whose key is an id, which a release keeps, redirects or withdraws."""

COMPARED_TABLE = {
    name: Term(f"The table {name}.", name, name)
    for name in (
        "sources",
        "people",
        "person_names",
        "person_identifiers",
        "parties",
        "seats",
        "offices",
        "events",
        "event_participants",
        "caucus_changes",
        "caucus_memberships",
        "statements",
        "quotations",
        "evidence",
        "conflicts",
        "coverage",
        "redirects",
    )
}
"""The tables that a release compares row by row with the last one: all but `row_changes` itself."""

ROW_CHANGE = {
    "added": Term("The release has the row and the one before had not.", "added", "ajout"),
    "changed": Term("A column of the row has another value than in the release before.", "changed", "modification"),
    "withdrawn": Term("The release before had the row and this one has not.", "withdrawn", "retrait"),
}

TABLE_LISTS = ("table_name", "id_table", "compared_table")
"""The vocabularies that only list tables, which need no page of definitions."""

VOCABULARIES: dict[str, dict[str, Term]] = {
    "source_kind": SOURCE_KIND,
    "text_kind": TEXT_KIND,
    "language": LANGUAGE,
    "gender": GENDER,
    "name_kind": NAME_KIND,
    "identifier_scheme": IDENTIFIER_SCHEME,
    "date_precision": DATE_PRECISION,
    "change_kind": CHANGE_KIND,
    "seat_end": SEAT_END,
    "spell_start": SPELL_START,
    "spell_end": SPELL_END,
    "event_type": EVENT_TYPE,
    "claim": CLAIM,
    "participant_role": PARTICIPANT_ROLE,
    "statement_kind": STATEMENT_KIND,
    "review_status": REVIEW_STATUS,
    "evidence_method": EVIDENCE_METHOD,
    "extent": EXTENT,
    "table_name": TABLE_NAME,
    "id_table": ID_TABLE,
    "compared_table": COMPARED_TABLE,
    "row_change": ROW_CHANGE,
}
