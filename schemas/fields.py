"""One dictionary of fields: the same column name means the same thing in every table.

Where one table must mean something else by a name, it says so in `OVERRIDES`, under (table, column). Publishing fails
when a field lacks a title, a French title or a description.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FieldText:
    """What people are told of a column."""

    title: str
    title_fr: str
    description: str
    example: str | None = None


FIELDS: dict[str, FieldText] = {
    # keys
    "source_id": FieldText(
        "Source", "Source", "The document that the row rests on.", "cbc-news-2018-09-17-alleslev-crosses-floor"
    ),
    "person_id": FieldText("Person", "Personne", "The person, by the id of the people register.", "han-dong"),
    "party_id": FieldText("Party", "Parti", "The party, parliamentary group or independent standing.", "liberal"),
    "seat_id": FieldText(
        "Seat", "Siège", "One person's hold of one seat in one parliament.", "ca-44-don-valley-north-han-dong"
    ),
    "office_id": FieldText("Office", "Fonction", "One person's hold of one office."),
    "change_id": FieldText(
        "Change",
        "Changement",
        "A member's change of caucus; a readable slug that never moves once minted.",
        "han-dong-2023-03-22",
    ),
    "event_id": FieldText(
        "Event",
        "Évènement",
        "An event; a readable slug, date first, that never moves once minted.",
        "2023-03-22-caucus-change-han-dong",
    ),
    "statement_id": FieldText(
        "Statement",
        "Déclaration",
        "An attributed utterance; a short hash of the source id and the words.",
        "s-3f9a1c07de",
    ),
    # people
    "full_name": FieldText("Full name", "Nom complet", "The name that the person is known by.", "Han Dong"),
    "family_name": FieldText("Family name", "Nom de famille", "The family name.", "Dong"),
    "given_names": FieldText("Given names", "Prénoms", "The given name or names in use.", "Han"),
    "gender": FieldText("Gender", "Genre", "As recorded in the register; empty where it records none.", "man"),
    "born_on": FieldText(
        "Born on", "Naissance", "The day of birth; empty where the register gives no full date.", "1977-10-06"
    ),
    "died_on": FieldText("Died on", "Décès", "The day of death; empty for the living and where unknown.", "1891-06-06"),
    "name": FieldText("Name", "Nom", "A further name of the person.", "Kevin Vuong"),
    "scheme": FieldText("Scheme", "Système", "Who gives the identifier.", "parlinfo"),
    "identifier": FieldText("Identifier", "Identifiant", "The person's id in that scheme.", "4321"),
    # parties
    "name_fr": FieldText("French name", "Nom français", "The name in French.", "Parti libéral du Canada"),
    "short_name": FieldText("Short name", "Nom court", "The name as used in running text.", "Liberal"),
    "abbreviation": FieldText("Abbreviation", "Sigle", "The usual abbreviation.", "Lib."),
    "color": FieldText(
        "Colour", "Couleur", "A colour the party is known by, as #rrggbb; empty where none is established.", "#D71920"
    ),
    "successor_id": FieldText("Successor", "Successeur", "The party into which this one merged or was renamed."),
    "jurisdiction": FieldText(
        "Jurisdiction", "Ressort", "`canada`, or the province or territory concerned.", "ontario"
    ),
    # seats and offices
    "chamber": FieldText("Chamber", "Chambre", "The legislature, by its own English name.", "House of Commons"),
    "constituency": FieldText(
        "Constituency",
        "Circonscription",
        "The riding or Senate division, with an em dash between joined names.",
        "Mississauga—Lakeshore",
    ),
    "province": FieldText("Province", "Province", "The province or territory of the seat.", "Ontario"),
    "parliament": FieldText(
        "Parliament", "Législature", "The number of the federal parliament; empty for the Senate and provinces.", "44"
    ),
    "start": FieldText("Start", "Début", "The first day.", "2021-09-20"),
    "end": FieldText("End", "Fin", "The last day; empty while it lasts.", "2025-04-27"),
    "end_reason": FieldText("End reason", "Motif de fin", "Why it ended; empty while it lasts.", "general_election"),
    "start_reason": FieldText("Start reason", "Motif de début", "Why the spell began.", "changed_caucus"),
    "elected_as": FieldText(
        "Elected as", "Élu sous", "The party the member was elected for, or the group joined on appointment.", "liberal"
    ),
    "office": FieldText("Office", "Fonction", "The office as its organization names it.", "Prime Minister"),
    "organization": FieldText(
        "Organization",
        "Organisation",
        "The body: a chamber, a government, a party, a firm, a news outlet.",
        "Government of Canada",
    ),
    "portfolio": FieldText(
        "Portfolio", "Portefeuille", "The portfolio or department, where the office has one.", "Finance"
    ),
    # sources
    "source_kind": FieldText("Kind of source", "Type de source", "What kind of document it is.", "article"),
    "publisher": FieldText("Publisher", "Éditeur", "Who published the document.", "CBC News"),
    "title": FieldText(
        "Title", "Titre", "The headline or title of the document.", "Parrish kicked out of Liberal caucus"
    ),
    "url": FieldText(
        "URL",
        "URL",
        "Where it was read.",
        "https://www.cbc.ca/news/canada/parrish-kicked-out-of-liberal-caucus-1.480547",
    ),
    "published_on": FieldText(
        "Published on", "Publication", "The day of publication; empty where the document gives none.", "2004-11-18"
    ),
    "language": FieldText("Language", "Langue", "The language of the document.", "en"),
    "text_kind": FieldText("Text read", "Texte lu", "What text the rows were extracted from.", "digest"),
    "text_sha256": FieldText(
        "Text SHA-256",
        "SHA-256 du texte",
        "SHA-256 of the clean text (UTF-8) that offsets count in; empty where no text was read.",
    ),
    "rights": FieldText(
        "Rights",
        "Droits",
        "What is taken from the document and on what footing.",
        "Facts and short quotations; text not reproduced.",
    ),
    # changes and events
    "date": FieldText(
        "Date", "Date", "When it happened; the first day of the month or year where only that is known.", "2023-03-22"
    ),
    "date_precision": FieldText("Date precision", "Précision de la date", "How much of the date is known.", "day"),
    "end_date": FieldText(
        "End date",
        "Date de fin",
        "When it ended, for what lasted longer than a day, to the same precision.",
        "2021-09-24",
    ),
    "from_party_id": FieldText("From", "De", "The caucus left.", "liberal"),
    "to_party_id": FieldText("To", "À", "The caucus entered; `independent` for none.", "independent"),
    "kind": FieldText("Kind", "Type", "What kind of change of caucus it is.", "resigned"),
    "reason": FieldText(
        "Reason",
        "Raison",
        "The reason the sources give, in a few words; empty where they give none.",
        "allegations of foreign interference, which he denied",
    ),
    "summary": FieldText(
        "Summary",
        "Résumé",
        "One sentence that says what happened.",
        "Han Dong left the Liberal caucus to sit as an independent.",
    ),
    "event_type": FieldText("Event type", "Type d'évènement", "What kind of event it is.", "call_for_inquiry"),
    "place": FieldText("Place", "Lieu", "Where it happened, if the sources say.", "Ottawa"),
    "claim": FieldText(
        "Claim", "Statut du fait", "Whether it is stated as fact, alleged, denied or disputed.", "alleged"
    ),
    "plover_type": FieldText(
        "PLOVER type",
        "Type PLOVER",
        "The event type of the PLOVER ontology that comes nearest; empty where none does.",
        "ACCUSE",
    ),
    "participant": FieldText(
        "Participant", "Participant", "The number of the participant within the event, from 1.", "1"
    ),
    "person_name": FieldText(
        "Person's name",
        "Nom de la personne",
        "The person as the sources name them; empty for organizations.",
        "Han Dong",
    ),
    "role": FieldText("Role", "Rôle", "The part played in the event.", "accused"),
    "review_status": FieldText(
        "Review status", "État de révision", "Whether a curator has looked at the row.", "reviewed"
    ),
    # statements
    "speaker_id": FieldText("Speaker", "Locuteur", "The person who spoke; empty where unresolved.", "jagmeet-singh"),
    "speaker_name": FieldText(
        "Speaker's name",
        "Nom du locuteur",
        "The speaker's full name, or the organization, as understood.",
        "Jagmeet Singh",
    ),
    "speaker_mention": FieldText(
        "Speaker as written",
        "Locuteur tel qu'écrit",
        "The words of the article that name the speaker.",
        "NDP Leader Jagmeet Singh",
    ),
    "speaker_unresolved_reason": FieldText(
        "Why unresolved", "Motif de non-résolution", "Why the speaker has no id.", "organization"
    ),
    "text": FieldText(
        "Words",
        "Propos",
        "What was said, as the source puts it, without the outer quotation marks; what of it is verbatim is in `quotations`.",
        "The truth will protect us,",
    ),
    "cue": FieldText(
        "Cue",
        "Verbe introducteur",
        "The words that attribute the utterance; empty where the speaker is carried over.",
        "said",
    ),
    "addressee": FieldText(
        "Addressee", "Destinataire", "Whom the speaker addressed, if the article says.", "the House of Commons"
    ),
    "venue": FieldText("Venue", "Cadre", "Where or in what form it was said, if the article says.", "House of Commons"),
    "utterance": FieldText(
        "Utterance", "Énoncé", "The number of the utterance within the source; its pieces share it.", "3"
    ),
    "quotation": FieldText("Quotation", "Citation", "The number of the quotation within the statement, from 1.", "1"),
    "words": FieldText(
        "Quoted words",
        "Mots cités",
        "The words as the source quotes them, without the quotation marks.",
        "nothing to cause any harm",
    ),
    # evidence, conflicts, redirects
    "table": FieldText("Table", "Table", "The table that the row is in.", "caucus_changes"),
    "row_id": FieldText("Row", "Ligne", "The id of the row in that table.", "han-dong-2023-03-22"),
    "piece": FieldText("Piece", "Pièce", "The number of the piece of evidence for the row, from 1.", "1"),
    "quote": FieldText(
        "Quotation",
        "Extrait",
        "The words of the read text that say so; empty for registers.",
        "Han Dong left the Liberal caucus on Wednesday",
    ),
    "method": FieldText("Method", "Méthode", "How the row was had from the source.", "extracted"),
    "confidence": FieldText(
        "Confidence",
        "Confiance",
        "From 0 to 1: 1 for registers and curated rows, the rule's own estimate for extracted ones.",
        "0.9",
    ),
    "rule": FieldText(
        "Rule", "Règle", "The rule of extraction that found it; empty for registers.", "leave-caucus-active"
    ),
    "column": FieldText("Column", "Colonne", "The column on which the sources disagree.", "date"),
    "value": FieldText("Value kept", "Valeur retenue", "The value that the row has.", "2005-04-12"),
    "other_value": FieldText("Other value", "Autre valeur", "The value that the other source gives.", "2005-04-13"),
    "other_source_id": FieldText("Other source", "Autre source", "The source that disagrees.", "lop-parlinfo-2020"),
    "resolution": FieldText(
        "Resolution", "Résolution", "Why the value was kept.", "The announcement is the date of the change."
    ),
    "extent": FieldText(
        "Extent", "Étendue", "Whether the table has all rows of the chamber between the two days, or some.", "all"
    ),
    "note": FieldText("Note", "Remarque", "What is not in, and why.", "Later vacancies are not in."),
    "old_id": FieldText("Old id", "Ancien identifiant", "An id that a release had and this one has not."),
    "new_id": FieldText(
        "New id", "Nouvel identifiant", "The id that stands for it now; empty where the row was withdrawn."
    ),
    "release": FieldText("Release", "Version", "The release that made the change.", "1.1.0"),
    "line": FieldText("Line", "Ligne", "The number of the line among the changes of the release, from 1.", "1"),
    "change": FieldText("Change", "Modification", "Whether a row was added, changed or withdrawn.", "changed"),
    "old": FieldText(
        "Old value", "Ancienne valeur", "The value in the release before; empty where there was none.", "2023-03-23"
    ),
    "new": FieldText(
        "New value", "Nouvelle valeur", "The value in this release; empty where there is none.", "2023-03-22"
    ),
}

OVERRIDES: dict[tuple[str, str], FieldText] = {
    ("people", "role"): FieldText(
        "Known as",
        "Connu comme",
        "Who a person outside Parliament is, in a few words; empty for members of the House of Commons and senators, whose seats and offices say it.",
        "consul general of China in Toronto",
    ),
    ("parties", "name"): FieldText("Name", "Nom", "The full English name.", "Liberal Party of Canada"),
    ("person_names", "kind"): FieldText("Kind of name", "Type de nom", "What kind of name it is.", "formal"),
    ("statements", "kind"): FieldText(
        "Kind of statement", "Type de déclaration", "Quoted, quoted in part, or reported.", "direct"
    ),
    ("events", "title"): FieldText(
        "Title", "Titre", "What happened, in a few words of ours.", "Han Dong leaves the Liberal caucus"
    ),
    ("statements", "date"): FieldText("Date", "Date", "When it was said, as far as the article tells.", "2023-03-22"),
    ("statements", "start"): FieldText(
        "Start", "Début", "The offset of the first character in the source's clean text.", "310"
    ),
    ("statements", "end"): FieldText(
        "End", "Fin", "The offset after the last character in the source's clean text.", "342"
    ),
    ("quotations", "start"): FieldText(
        "Start", "Début", "The offset of the first character in the source's clean text.", "318"
    ),
    ("quotations", "end"): FieldText(
        "End", "Fin", "The offset after the last character in the source's clean text.", "340"
    ),
    ("evidence", "start"): FieldText(
        "Start", "Début", "The offset of the first character in the source's clean text; empty for registers."
    ),
    ("evidence", "end"): FieldText(
        "End", "Fin", "The offset after the last character in the source's clean text; empty for registers."
    ),
    ("caucus_memberships", "start"): FieldText("Start", "Début", "The first day in the caucus.", "2023-03-22"),
    ("coverage", "start"): FieldText("From", "Du", "The first day that is covered.", "1867-09-20"),
    ("coverage", "end"): FieldText("To", "Au", "The last day that is covered.", "2026-04-12"),
    ("event_participants", "organization"): FieldText(
        "Organization", "Organisation", "The organization that takes part; empty for persons.", "Global News"
    ),
    ("redirects", "reason"): FieldText("Reason", "Raison", "Why the id was merged, split or withdrawn."),
    ("row_changes", "row_id"): FieldText(
        "Row", "Ligne", "The key of the row; the parts of a key of several columns are joined by slashes.", "han-dong"
    ),
    ("row_changes", "column"): FieldText(
        "Column", "Colonne", "The column that changed; empty where the whole row was added or withdrawn.", "date"
    ),
    ("row_changes", "reason"): FieldText("Reason", "Raison", "Why it was changed, as far as somebody said so."),
}


def text_of(table: str, column: str) -> FieldText:
    """What people are told of `table.column`. Raises KeyError where neither dictionary has it."""
    return OVERRIDES.get((table, column)) or FIELDS[column]
