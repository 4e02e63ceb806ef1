"""Made-up news pages: the furniture of many layouts, to be put around any story.

Publishers, writers and other stories are invented; the furniture is of the kinds that pages have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Page:
    """What stands around a story (`{title}` is its headline), and what is put in between its paragraphs."""

    name: str
    head: str
    tail: str
    inside: tuple[tuple[float, str], ...] = ()
    """Furniture after this share of the paragraphs."""
    gap: str = "\n\n"
    """What separates paragraphs and furniture."""
    language: str = "en"
    left: tuple[str, ...] = field(default=())
    """Words of the furniture; none may be left."""

    def around(self, paragraphs: Sequence[str], title: str) -> str:
        """The page that holds these paragraphs."""
        pieces = list(paragraphs)
        for share, furniture in sorted(self.inside, reverse=True):
            pieces.insert(max(1, min(len(pieces) - 1, round(share * len(pieces)))), furniture.replace("\n", self.gap))
        whole = [*self.head.format(title=title).strip("\n").split("\n"), *pieces, *self.tail.strip("\n").split("\n")]
        return self.gap.join(piece for piece in whole if piece.strip())


PAGES = (
    Page(
        "buttons and a byline",
        "Skip to main content\nMenu\nHarbour Post\nPolitics\n{title}\nBy Jane Roe\nPublished March 22, 2023 9:14 p.m. EDT\nShare\nFacebook\nTwitter\nCopy link",
        "With files from Jack Poe in Ottawa\nReport an error\nRelated Stories\nCouncil to vote on bridge tolls next week\nWhat to know about the new stadium\nTrending Now\nStay Connected",
        left=("Jack Poe", "bridge tolls", "Stay Connected", "Jane Roe", "Harbour Post"),
    ),
    Page(
        "teasers in full sentences",
        "Home\nNews\n{title}\nShare",
        "IN DEPTH\nOpinion\nopinion Jack Poe: Why the bridge will never be built\nThe tolls were meant to pay for the bridge, writes our columnist. But will anybody cross it?\n"
        "Harbour Post Top Stories\nTwo sisters from Pictou share memories of a century of fishing.\nDockworkers on the west coast have rejected an offer from their employers.\n"
        "Local Spotlight\nA painter whose murals cover a whole street is looking for the next wall.\nFor the third year in a row, a ‘coats for all’ campaign hopes to keep children warm.\nStay Connected",
        left=("tolls", "sisters", "Dockworkers", "painter", "coats"),
    ),
    Page(
        "links inside the story",
        "News\nPolitics\n{title}\nJane Roe · Harbour Post · Posted: Mar 22, 2023 9:14 PM EDT | Last Updated: March 23, 2023",
        "Jane Roe is a senior reporter with the Harbour Post in Ottawa, where she covers Parliament.\nWith files from The Canadian Press\nCORRECTIONS\nPopular Now in News\n1\nFerry breaks down again",
        inside=(
            (0.3, "READ MORE: Ferry breaks down for the third time in a week"),
            (0.5, "Story continues below advertisement"),
            (
                0.7,
                "Related Stories\nFerry captain speaks out\nHow much will a new ferry cost?\nANALYSIS\nWhy nobody builds ferries",
            ),
        ),
        left=("Ferry", "ferry", "ferries", "Jane Roe", "advertisement"),
    ),
    Page(
        "captions and credits",
        "{title}\nThe member leaves the chamber after question period on Parliament Hill. (Jack Poe/The Canadian Press)\nSocial Sharing",
        "The chamber in session. THE CANADIAN PRESS/Jack Poe\nThis report by The Canadian Press was first published March 22, 2023.\n© 2023 The Canadian Press",
        inside=(
            (
                0.5,
                "A crowd waits outside the caucus room on Wednesday evening. PHOTO BY JACK POE / POSTMEDIA\nArticle content",
            ),
        ),
        left=("Jack Poe", "JACK POE", "question period on Parliament Hill. (", "first published", "crowd waits"),
    ),
    Page(
        "newsletter forms",
        "Subscribe\nSign In\n{title}\nJane Roe\nPublished Mar 22, 2023  •  Last updated 1 hour ago  •  4 minute read\nJoin the conversation",
        "Sign up for our morning newsletter and never miss a story.\nComments\nPostmedia is committed to maintaining a lively but civil forum for discussion.\nCommenting on this story has been closed.\nCopyright 2023 Harbour Post Inc. All rights reserved.",
        inside=(
            (
                0.4,
                "Get the latest headlines, breaking news and columns.\nBy signing up you consent to receive the above newsletter from Harbour Post Inc.\nA welcome email is on its way. If you don't see it, please check your junk folder.\nAdvertisement\nStory continues below",
            ),
        ),
        gap="\n",
        left=("newsletter", "welcome email", "civil forum", "Copyright", "Advertisement"),
    ),
    Page(
        "single line breaks and a menu of links",
        "[Skip to content](#main)\n[Home](/) [News](/news) [Politics](/politics)\n# {title}\n![The chamber](https://example.org/c.jpg)\n*By Jane Roe*\n5 min read",
        "---\n**Tags:** caucus, House of Commons\n[Share on Facebook](https://example.org/f)\n## More from Politics\n[Bridge tolls will rise in the spring](https://example.org/b)",
        gap="\n",
        left=("Bridge tolls", "Tags", "example.org", "Jane Roe", "min read", "[", "#"),
    ),
    Page(
        "cookies and a subscription wall",
        "We use cookies to give you the best experience and to measure how you use our site. By continuing you agree to our terms.\nAccept all\nManage cookies\nAlready a subscriber\nLog in\n{title}\nListen to this article\n6 min",
        "You must be logged in to post a comment.\nThis content is available to globe-trotting subscribers only.\nMost Popular\nRain expected for the long weekend\nThe mayor has opened a new library in the old fire hall.\nAbout Us\nContact Us\nPrivacy Policy",
        left=("cookies", "subscribers", "Rain", "mayor", "Privacy"),
    ),
    Page(
        "subheads, a pull quote's box and doubled furniture",
        "{title}\n{title}\nPrairie Ledger Staff\nWednesday, March 22, 2023\nShare this story\nShare this story",
        "Have a news tip? Write to us.\nnewsroom@ledger.example.ca\n@prairieledger\nRead next:\nHail destroys crops near Swift River\nShare this story",
        inside=((0.2, "A difficult evening"), (0.75, "What comes next")),
        left=("A difficult evening", "What comes next", "Hail", "news tip", "Ledger"),
    ),
    Page(
        "agency copy with a contact",
        "CP NewsAlert\n{title}\nBy Jane Roe, The Canadian Press\nMar. 22, 2023",
        "— With files from Jack Poe in Toronto\nThis report by The Canadian Press was first published March 22, 2023.\nJane Roe, The Canadian Press\nBack to top",
        left=("Jack Poe", "first published", "Jane Roe", "NewsAlert"),
    ),
    Page(
        "video players and watch links",
        "WATCH LIVE\nHarbour Post News at Six\nNow playing\n{title}\nClick to play video: 'Member leaves caucus'\nPrevious Video\nNext Video\nDescrease article font size\nIncrease article font size",
        "Trending Now\nWoman finds ring lost for 40 years\nMan walks from coast to coast for charity\nFlyers\nMore weekly flyers\nSponsored content",
        inside=((0.25, "WATCH: How floor crossing works"), (0.6, "Email address\nSign up for breaking news alerts")),
        left=("font size", "ring lost", "flyers", "How floor crossing works", "Email", "Six"),
    ),
    Page(
        "page en français",
        "Aller au contenu principal\nAccueil\nPolitique\nLe Courrier du Fleuve\n{title}\nJeanne Roy\nPublié le 22 mars 2023 à 21 h 14\nMis à jour le 23 mars 2023\nPartager",
        "Avec les informations de La Presse canadienne\nÀ lire aussi\nLe pont restera fermé jusqu'au printemps\nLes plus lus\nUne baleine aperçue devant le quai de Rimouski.\nAbonnez-vous à notre infolettre",
        inside=(
            (0.4, "Publicité"),
            (0.5, "À lire aussi : Le pont restera fermé"),
            (0.7, "La suite après la publicité"),
        ),
        language="fr",
        left=("pont", "baleine", "Jeanne Roy", "ublicité", "infolettre"),
    ),
    Page(
        "page en français avec légendes",
        "Menu\nRechercher\nSe connecter\n{title}\nPHOTO JACQUES POE, LA PRESSE CANADIENNE\nLa députée à sa sortie de la Chambre. (Photo: Jacques Poe)\nTemps de lecture : 4 min",
        "Le Courrier du Fleuve\nTous droits réservés\nRestez informé\nSuivez-nous sur les réseaux sociaux\nPolitique de confidentialité",
        inside=((0.5, "Une soirée difficile"),),
        language="fr",
        gap="\n",
        left=("JACQUES", "sortie de la Chambre", "Temps de lecture", "Une soirée difficile", "droits réservés"),
    ),
    Page(
        "broadcaster with a player and alerts",
        "Full Menu\nClose\nCanada\nPolitics\n{title}\nBy Jane Roe Harbour Post\nPosted March 22, 2023 7:06 pm\n1 min read\n"
        "Share this item on Facebook\nSend this page to someone via email\nHide message bar\nLeave a comment",
        "— with files from Jack Poe\nMore on Canada\nFerry captain resigns\nReport an error\nComment\nShare\nAdChoices\nFlyers",
        inside=(
            (0.3, "WATCH | Member explains the decision:\nMember leaves caucus\n4 days ago\nDuration 2:03"),
            (
                0.5,
                "Get breaking National news\nFor news from around the country, sign up for breaking news alerts delivered directly to "
                "you when they happen.\nBy providing your email address, you have read and agree to our Terms.\n"
                "Trending Now\nMan finds gold in old couch\nWinter storm warning issued for the valley",
            ),
        ),
        left=("Ferry captain", "sign up", "gold", "storm", "Duration", "Jack Poe", "Jane Roe"),
    ),
    Page(
        "a wall for subscribers with its list of offers",
        "Breadcrumb Trail Links\nPolitics\n{title}\nAuthor of the article:\nJane Roe\n"
        "You can save this article by registering for free here. Or sign-in if you have an account.\nArticle content",
        "Recommended from Editorial\nFerry bill to be debated in fall\nJack Poe: Nobody needs the ferry\n"
        "Our website is the place for the latest breaking news and commentary. Please bookmark it and sign up for our newsletter.\n"
        "Share this article in your social network\nComments\nPlease keep comments relevant and respectful.",
        inside=(
            (
                0.3,
                "THIS CONTENT IS RESERVED FOR SUBSCRIBERS ONLY\nSubscribe now to read the latest news in your city.\n"
                "- Exclusive articles from Jack Poe and others.\n- Unlimited online access to every paper.\nor\nView more offers",
            ),
            (
                0.6,
                "We apologize, but this video has failed to load.\nTry refreshing your browser, or\ntap here to see other videos from our team.",
            ),
        ),
        left=("Exclusive", "Unlimited", "bookmark", "video", "ferry", "registering", "offers"),
    ),
    Page(
        "page de diffuseur",
        "Aller au contenu principal\nEn continu\nPolitique\n{title}\nLa sortie de la Chambre après le vote.\n"
        "Photo : La Presse canadienne / Jacques Poe\nJeanne Roy\nPublié le 22 mars 2023 à 18 h 34 HAE\nPartager cet article\n"
        "Prenez note que cet article publié en 2023 pourrait contenir des informations qui ne sont plus à jour.",
        "Recommandé pour vous\nÀ la une\nUn ours se promène dans les rues de Gatineau.\nInfo nationale",
        inside=(
            (
                0.5,
                "Lisez l’article « Le pont coûtera des milliards »\nDébut du widget. Passer le widget ?\nFin du widget. Retourner au début du widget ?",
            ),
        ),
        language="fr",
        left=("ours", "widget", "milliards", "Jeanne Roy", "après le vote", "plus à jour"),
    ),
    Page(
        "no line breaks at all",
        "Skip to main content Menu Home News Politics Business Sports Search Log in {title} By Jane Roe Published March 22, 2023 9:14 p.m. EDT Share",
        "With files from Jack Poe Related Stories Ferry breaks down again Share this article Copyright © 2023 Harbour Post All rights reserved",
        gap=" ",
        left=("Skip", "Jack Poe", "Ferry", "Copyright", "Published"),
    ),
    Page(
        "marks of HTML left in",
        '<div class="nav"><a href="/">Home</a></div>\n<h1>{title}</h1>\n<p class=\'byline\'>By Jane Roe</p>',
        '<p><em>With files from Jack Poe</em></p>\n<footer>Copyright 2023 Harbour Post</footer>\n<script src="x.js"></script>',
        left=("<", ">", "Jack Poe", "Jane Roe", "Harbour"),
    ),
)
"""Layouts, each with furniture of its own kind."""
