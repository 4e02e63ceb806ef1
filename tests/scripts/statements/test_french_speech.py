"""Who is said to have said what in a French sentence, and what nobody said?"""

from __future__ import annotations

import pytest

from tests.scripts.speech import said, statements


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        # the speaker behind the words
        ("« Je n’ai rien fait de mal », s’est défendu le sénateur.", "le sénateur", "Je n’ai rien fait de mal"),
        ("« C’est une honte », s’indigne la députée de Laval.", "la députée de Laval", "C’est une honte"),
        ("« Nous allons gagner », croit fermement le stratège.", "le stratège", "Nous allons gagner"),
        ("« On m’a menti », a confié au Soleil le député Roy.", "le député Roy", "On m’a menti"),
        (
            "« Nous enregistrons le parti », explique leur porte-parole, Jean Roy, élu de Laval.",
            "leur porte-parole, Jean Roy",
            "Nous enregistrons le parti",
        ),
        ("Le projet coûtera plus cher, a admis jeudi la ministre.", "la ministre", "Le projet coûtera plus cher"),
        # verbs of two words that take their pronoun in the middle
        ("Les coûts ont doublé, fait-elle valoir.", "elle", "Les coûts ont doublé"),
        ("Il faudra choisir, laisse-t-il entendre.", "il", "Il faudra choisir"),
        # "que" behind adverbs, behind whom it was said to, and before "mais pas"
        (
            "Le ministre a de son côté soutenu que la loi était claire.",
            "Le ministre",
            "que la loi était claire",
        ),
        (
            "Le whip a prévenu ses députés que toute absence serait notée.",
            "Le whip",
            "que toute absence serait notée",
        ),
        (
            "Il répond qu’il n’a pas lu le rapport, mais pas par négligence.",
            "Il",
            "qu’il n’a pas lu le rapport, mais pas par négligence",
        ),
        ("Le ministre a tenu à préciser que rien n’est final.", "Le ministre", "que rien n’est final"),
        (
            "Elle affirme que, depuis un an, le caucus est divisé.",
            "Elle",
            "que, depuis un an, le caucus est divisé",
        ),
        ("Le maire s’est réjoui que le projet avance vite.", "Le maire", "que le projet avance vite"),
        ("Le premier ministre, lui, répète que le caucus est uni.", "Le premier ministre", "que le caucus est uni"),
        # infinitives
        ("La sénatrice dit ne plus pouvoir appuyer le parti.", "La sénatrice", "ne plus pouvoir appuyer le parti"),
        ("Elle affirme toutefois vouloir collaborer avec eux.", "Elle", "vouloir collaborer avec eux"),
        ("Le chef reproche au maire de négliger la région.", "Le chef", "de négliger la région"),
        ("La ministre a refusé de commenter l’affaire.", "La ministre", "de commenter l’affaire"),
        ("Le ministre s’est engagé à déposer le rapport.", "Le ministre", "à déposer le rapport"),
        (
            "L’opposition accuse le gouvernement de cacher des documents.",
            "L’opposition",
            "le gouvernement de cacher des documents",
        ),
        ("Elle appelle ses collègues à faire preuve de courage.", "Elle", "ses collègues à faire preuve de courage"),
        (
            "Beaucoup craignaient, selon elle, de perdre le vote.",
            "elle",
            "Beaucoup craignaient, selon elle, de perdre le vote",
        ),
        ("Il a ajouté ne pas avoir l’intention de rester.", "Il", "ne pas avoir l’intention de rester"),
        ("Le député s’est plaint de ne pas être consulté.", "Le député", "de ne pas être consulté"),
        ("Elle a dit hier à la presse vouloir quitter la vie publique.", "Elle", "vouloir quitter la vie publique"),
        (
            "Il dit avoir été menacé par le whip, ce que nie le bureau du chef.",
            "Il",
            "avoir été menacé par le whip",
        ),
        # questions
        ("La députée a demandé au ministre s’il comptait partir.", "La députée", "s’il comptait partir"),
        ("Le député veut savoir pourquoi le vote a été retardé.", "Le député", "pourquoi le vote a été retardé"),
        # nouns
        ("L’opposition réclame la démission du ministre.", "L’opposition", "la démission du ministre"),
        ("Elle a dit sa déception devant le résultat.", "Elle", "sa déception devant le résultat"),
        ("Elle nie toute responsabilité dans cette affaire.", "Elle", "toute responsabilité dans cette affaire"),
        ("Le chef fait part de sa volonté de rester.", "Le chef", "sa volonté de rester"),
        # a clause behind a colon
        ("Le chef prévient: il ne reculera devant rien.", "Le chef", "il ne reculera devant rien"),
        # opinions
        ("À son avis, le parti a perdu le contact.", "son", "le parti a perdu le contact"),
        ("Le vote est perdu, à ses yeux.", "ses", "Le vote est perdu"),
        (
            "Selon le député de Laval, Jean Roy, le caucus est divisé.",
            "le député de Laval, Jean Roy",
            "le caucus est divisé",
        ),
        ("« Ce n’est pas acceptable », selon le chef.", "le chef", "Ce n’est pas acceptable"),
        (
            "Plusieurs rêvent, selon elle, de fonder un parti.",
            "elle",
            "Plusieurs rêvent, selon elle, de fonder un parti",
        ),
        ("Il est probable, selon elle, que le vote soit repris.", "elle", "que le vote soit repris"),
        # a relative clause stands in the subject
        (
            "Le rapport que Marie Roy, une juriste, a remis au comité conclut que la loi est bonne.",
            "Le rapport que Marie Roy, une juriste, a remis au comité",
            "que la loi est bonne",
        ),
        # the speaker of the main clause goes on in the participle
        (
            "« On avance », résume Mme Roy, tout en admettant que le chemin sera long.",
            "Mme Roy",
            "que le chemin sera long",
        ),
    ],
)
def test_speaker_and_words(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in said(text, "fr")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "« Le vote est truqué », dit-il: « personne n’y croit plus. »",
            ["Le vote est truqué", "personne n’y croit plus."],
        ),
        (
            "Le message est clair, dit M. Roy: il faut changer de chef.",
            ["Le message est clair", "il faut changer de chef"],
        ),
        (
            "« Le chef nous a trahis, confie un ancien conseiller. On a perdu notre âme. »",
            ["Le chef nous a trahis", "On a perdu notre âme."],
        ),
        (
            "« La porte reste ouverte, a précisé le chef, mais pas longtemps. »",
            ["La porte reste ouverte", "mais pas longtemps."],
        ),
    ],
)
def test_what_goes_on_behind_its_attribution_is_a_second_piece(text: str, pieces: list[str]) -> None:
    found = statements(text, "fr")
    assert [text[s.start : s.end] for s in found] == pieces
    assert len({s.utterance for s in found}) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le nom « envoie un message », dit-il.", "Le nom « envoie un message »"),
        ("Elle part sans joie, mais elle part « sereinement », a-t-elle assuré.", None),
        (
            "Elle accuse son parti de « trahison envers les électeurs ».",
            "son parti de « trahison envers les électeurs »",
        ),
        ("Elle juge « inacceptable » le silence du chef.", "« inacceptable » le silence du chef"),
        ("Elle déplore « le manque de jugement » de son député.", "« le manque de jugement » de son député"),
        ("La juge y voit « une atteinte grave à la loi ».", "« une atteinte grave à la loi »"),
    ],
)
def test_a_clause_that_ends_in_a_quotation_is_whole(text: str, words: str | None) -> None:
    whole = words or "Elle part sans joie, mais elle part « sereinement »"
    assert [text[s.start : s.end] for s in statements(text, "fr")] == [whole]


def test_a_quotation_that_is_a_clause_by_itself_stands_alone() -> None:
    text = "Roy partira en juin, mais « les idées du parti demeurent », a-t-il ajouté."
    assert said(text, "fr") == [("il", "les idées du parti demeurent")]


def test_a_short_opening_before_its_attribution_is_no_piece() -> None:
    assert said("Pour le caucus, dit-il, le vote est perdu.", "fr") == [("il", "le vote est perdu")]


def test_an_apposition_to_the_speaker_is_not_said() -> None:
    text = "Le texte va trop loin, estime Anne Roy, de l’Université Laval, et il sera contesté."
    assert ("Anne Roy", "Le texte va trop loin") in said(text, "fr")
    assert not any(words.startswith("de l’Université") for _, words in said(text, "fr"))


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Elle a déclaré aux journalistes que le vote était perdu.", "journalistes"),
        ("Elle a rappelé à ses députés que le vote était libre.", "ses députés"),
        ("Le chef reproche au maire de négliger la région.", "maire"),
        ("Le chef lui a reproché de négliger la région.", "lui"),
        ("Elle a déclaré à Laval que le vote était perdu.", None),
    ],
)
def test_whom_it_was_said_to(text: str, addressee: str | None) -> None:
    (found,) = statements(text, "fr")
    assert found.addressee == addressee


def test_a_pronoun_before_the_verb_is_no_part_of_the_cue() -> None:
    assert [s.cue for s in statements("Le chef lui a reproché de négliger la région.", "fr")] == ["a reproché"]


@pytest.mark.parametrize(
    "text",
    [
        # nobody's words
        "Tout indique que le vote aura lieu en juin.",
        "Rien ne dit que le caucus survivra à la crise.",
        # deeds and things, not words
        "La députée a lancé sa campagne à Laval.",
        "La ministre a annoncé son départ du caucus.",
        "La Chambre a confirmé la nomination du juge.",
        "Les libéraux ont accusé un recul dans les sondages.",
        "Le comité a avancé la date du vote.",
        "Elle a refusé l’offre du chef libéral.",
        "Le chef a salué la foule en arrivant.",
        "Il a confié les clés du bureau à son adjointe.",
        "Elle avance dans les sondages: le parti gagne trois points.",
        "Le whip a trois rôles: présider, nommer, lire.",
        "Il a expliqué dans une rencontre hier avec la presse.",
        # nouns that look like verbs of saying
        "La demande du Bloc a été rejetée par la Chambre.",
        "La note de la ministre a été publiée mardi.",
        # the passive, and a list without "et" as in headlines
        "Les élus ont été invités à voter mardi.",
        "Roy quitte le caucus, nie toute faute dans cette affaire.",
        # a title and its verb
        "Le livre « La fin du monde à Ottawa » raconte cette crise.",
        "L’accord prévoit, selon les modalités convenues, un vote en juin.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert said(text, "fr") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the line under a quotation, and what is written in a letter
        ("« La loi ne passera pas. »\n\n— Anne Roy, députée de Laval", [("Anne Roy", "La loi ne passera pas.")]),
        ("« La loi ne passera pas. »\n\n- Anne Roy, députée de Laval", [("Anne Roy", "La loi ne passera pas.")]),
        ("« La loi ne passera pas », peut-on lire dans la lettre d’Anne Roy.", [("Anne Roy", "La loi ne passera pas")]),
        # verbs of saying in the infinitive
        ("« La loi ne passera pas », de dire Anne Roy.", [("Anne Roy", "La loi ne passera pas")]),
        ("« La loi ne passera pas », s’est empressée d’ajouter Anne Roy.", [("Anne Roy", "La loi ne passera pas")]),
        # a clause without a verb of saying before the colon
        ("Anne Roy a été claire : « La loi ne passera pas. »", [("Anne Roy", "La loi ne passera pas.")]),
        ("La réaction d’Anne Roy n’a pas tardé : « La loi ne passera pas. »", [("Anne Roy", "La loi ne passera pas.")]),
        # the subject of the sentence before
        ("Anne Roy n’en revient pas. « La loi ne passera pas. »", [("Anne Roy", "La loi ne passera pas.")]),
        # a view, and a reason
        ("Pour elle, « la ligne a été franchie ».", [("elle", "« la ligne a été franchie »")]),
        ("Anne Roy attend la suite, car « tout peut encore changer ».", [("Anne Roy", "tout peut encore changer")]),
        ("À en croire Anne Roy, la loi ne passera pas.", [("Anne Roy", "la loi ne passera pas")]),
    ],
)  # fmt: skip
def test_quotations_that_no_verb_of_saying_holds(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, "fr") == expected


@pytest.mark.parametrize(
    "text",
    [
        "La loi est claire : « Nul ne peut voter deux fois. »",
        "Le projet tarde, car « rien n’est encore décidé ».",
        "La route a été fermée. « Nul ne passe ici. »",
        "« La loi ne passera pas. »\n\n— Photo d’archives",
    ],
)
def test_quotations_that_nobody_in_the_sentence_says(text: str) -> None:
    assert said(text, "fr") == []
