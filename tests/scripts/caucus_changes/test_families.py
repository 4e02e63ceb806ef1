"""Whole families of expressions for a change of caucus: each is found with who, what, from, to and when; its look-alikes are not."""

from __future__ import annotations

import pytest

from tests.scripts.members import Told, seen

H, D, C, L, K, B, P, N, S, W = (
    "Paul Harker",
    "Anna Delisle",
    "Marie Cormier",
    "Robert Lindgren",
    "Susan Okafor",
    "Daniel Brassard",
    "Claire Pelchat",
    "Peter Novak",
    "Helen Strand",
    "Thomas Wilkie",
)
LIB, CON, NDP, BQ, GRN, IND, NON = (
    "liberal",
    "conservative",
    "new-democratic",
    "bloc-quebecois",
    "green",
    "independent",
    "non-affiliated",
)
FRI, WED, TUE, MON = "2023-03-24", "2023-03-22", "2023-03-21", "2023-03-20"
OPC, OLIB, ONDP, UCP, BCL = (
    "ontario-progressive-conservative",
    "ontario-liberal",
    "ontario-new-democratic",
    "alberta-united-conservative",
    "british-columbia-liberal",
)
TOLD = [
    # joining told indirectly
    (
        "Independent MP Peter Novak joined Pierre Poilievre's Conservative caucus on Tuesday.",
        [(N, "joined", IND, CON, TUE)],
    ),
    (
        "The Conservatives have a new member: Independent MP Peter Novak joined their ranks on Tuesday.",
        [(N, "joined", IND, CON, TUE)],
    ),
    (
        "The Green Party gained a second MP on Tuesday when Independent Peter Novak joined its caucus.",
        [(N, "joined", IND, GRN, TUE)],
    ),
    ("Independent MP Peter Novak joined the Liberal benches on Tuesday.", [(N, "joined", IND, LIB, TUE)]),
    ("Independent MP Peter Novak joined the Liberal team on Tuesday.", [(N, "joined", IND, LIB, TUE)]),
    ("The Liberals greeted MP Susan Okafor as their newest member on Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    (
        "Justin Trudeau on Tuesday introduced a new Liberal MP: Peter Novak, the member for Elm Creek.",
        [(N, "joined", IND, LIB, TUE)],
    ),
    ("MP Susan Okafor switched allegiance to the Liberals on Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    (
        "MP Susan Okafor switched sides on Tuesday, leaving the Conservatives for the Liberals.",
        [(K, "crossed_floor", CON, LIB, TUE)],
    ),
    ("MP Susan Okafor crossed over to the Liberals on Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    (
        "MP Susan Okafor changed parties on Tuesday, going from the Conservatives to the Liberals.",
        [(K, "crossed_floor", CON, LIB, TUE)],
    ),
    ("MP Susan Okafor jumped ship to the Liberals on Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    ("MP Susan Okafor bolted to the Liberals on Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    ("MP Susan Okafor bolted from the Conservatives on Tuesday.", [(K, "resigned", CON, IND, TUE)]),
    ("MP Susan Okafor has thrown in with the Liberals.", [(K, "crossed_floor", CON, LIB, FRI)]),
    ("MP Susan Okafor threw in her lot with the Liberals on Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    ("MP Susan Okafor took up a seat with the Liberals on Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    ("MP Susan Okafor took her place on the Liberal benches on Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    ("MP Susan Okafor moved to the Liberal benches on Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    ("MP Susan Okafor moved over to the Liberals on Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    ("MP Susan Okafor traded the Conservatives for the Liberals on Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    (
        "MP Susan Okafor swapped the Conservative caucus for the Liberal one on Tuesday.",
        [(K, "crossed_floor", CON, LIB, TUE)],
    ),
    ("MP Susan Okafor turned Liberal on Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    ("MP Susan Okafor became a Liberal on Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    ("MP Susan Okafor is now a Liberal.", [(K, "crossed_floor", CON, LIB, FRI)]),
    ("MP Susan Okafor will now sit with the Liberals.", [(K, "crossed_floor", CON, LIB, FRI)]),
    ("MP Susan Okafor sits as a Liberal as of Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    ("MP Susan Okafor has aligned herself with the Liberal caucus.", [(K, "crossed_floor", CON, LIB, FRI)]),
    ("MP Susan Okafor has hitched her wagon to the Liberals.", [(K, "crossed_floor", CON, LIB, FRI)]),
    ("The Liberals added MP Susan Okafor to their caucus on Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    (
        "The Liberals have gained MP Susan Okafor, who crossed the floor from the Conservatives on Tuesday.",
        [(K, "crossed_floor", CON, LIB, TUE)],
    ),
    ("MP Susan Okafor's floor crossing to the Liberals came on Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    (
        "MP Susan Okafor's switch from the Conservatives to the Liberals was announced on Tuesday.",
        [(K, "crossed_floor", CON, LIB, TUE)],
    ),
    ("MP Susan Okafor crossed the aisle to sit with the Liberals on Tuesday.", [(K, "crossed_floor", CON, LIB, TUE)]),
    # pronoun or bare noun
    (
        "The Conservative caucus shrank on Tuesday. MP Susan Okafor resigned from it over the budget.",
        [(K, "resigned", CON, IND, TUE)],
    ),
    (
        "Susan Okafor was elected for the Conservatives twice. She left them on Tuesday.",
        [(K, "resigned", CON, IND, TUE)],
    ),
    ("Susan Okafor is done with the Conservative caucus. She quit it on Tuesday.", [(K, "resigned", CON, IND, TUE)]),
    ("MP Susan Okafor has quit the party.", [(K, "resigned", CON, IND, FRI)]),
    ("MP Susan Okafor quit her caucus on Tuesday.", [(K, "resigned", CON, IND, TUE)]),
    ("MP Marie Cormier quit the caucus on Tuesday and will be an Independent.", [(C, "resigned", NDP, IND, TUE)]),
    ("The Green Party has 2 seats. Independent MP Peter Novak joined it on Tuesday.", [(N, "joined", IND, GRN, TUE)]),
    # several subjects
    (
        "Paul Harker, Anna Delisle and Thomas Wilkie quit the Liberal caucus on Tuesday.",
        [(H, "resigned", LIB, IND, TUE), (D, "resigned", LIB, IND, TUE), (W, "resigned", LIB, IND, TUE)],
    ),
    ("MP Paul Harker and six colleagues quit the Liberal caucus on Tuesday.", [(H, "resigned", LIB, IND, TUE)]),
    (
        "MP Paul Harker and three others were kicked out of the Liberal caucus on Tuesday.",
        [(H, "expelled", LIB, IND, TUE)],
    ),
    (
        "Two MPs left the Liberal caucus on Tuesday: Paul Harker and Anna Delisle.",
        [(H, "resigned", LIB, IND, TUE), (D, "resigned", LIB, IND, TUE)],
    ),
    (
        "Two MPs left the Liberal caucus on Tuesday. Paul Harker went first, and Anna Delisle followed an hour later.",
        [(H, "resigned", LIB, IND, TUE), (D, "resigned", LIB, IND, TUE)],
    ),
    (
        "Three MPs — Paul Harker, Anna Delisle and Thomas Wilkie — have been expelled from the Liberal caucus.",
        [(H, "expelled", LIB, IND, FRI), (D, "expelled", LIB, IND, FRI), (W, "expelled", LIB, IND, FRI)],
    ),
    (
        "Both Paul Harker and Anna Delisle left the Liberal caucus on Tuesday.",
        [(H, "resigned", LIB, IND, TUE), (D, "resigned", LIB, IND, TUE)],
    ),
    (
        "Paul Harker (Whitford) and Anna Delisle (Belrive) quit the Liberal caucus on Tuesday.",
        [(H, "resigned", LIB, IND, TUE), (D, "resigned", LIB, IND, TUE)],
    ),
    (
        "Paul Harker and Anna Delisle are among the MPs who quit the Liberal caucus on Tuesday.",
        [(H, "resigned", LIB, IND, TUE), (D, "resigned", LIB, IND, TUE)],
    ),
    ("Paul Harker was one of three MPs expelled from the Liberal caucus on Tuesday.", [(H, "expelled", LIB, IND, TUE)]),
    (
        "The Liberals expelled two MPs on Tuesday: Paul Harker and Anna Delisle.",
        [(H, "expelled", LIB, IND, TUE), (D, "expelled", LIB, IND, TUE)],
    ),
    (
        "The Liberals expelled Paul Harker, the MP for Whitford, and Anna Delisle, the MP for Belrive, on Tuesday.",
        [(H, "expelled", LIB, IND, TUE), (D, "expelled", LIB, IND, TUE)],
    ),
    (
        "Paul Harker was expelled from the Liberal caucus on Tuesday, as was Anna Delisle.",
        [(H, "expelled", LIB, IND, TUE), (D, "expelled", LIB, IND, TUE)],
    ),
    (
        "Paul Harker was suspended from the Liberal caucus on Tuesday. Anna Delisle was suspended too.",
        [(H, "suspended", LIB, IND, TUE), (D, "suspended", LIB, IND, TUE)],
    ),
    (
        "Paul Harker quit the Liberal caucus on Tuesday. Anna Delisle did the same on Wednesday.",
        [(H, "resigned", LIB, IND, TUE), (D, "resigned", LIB, IND, WED)],
    ),
    (
        "Paul Harker left the Liberal caucus on Tuesday and Anna Delisle on Wednesday.",
        [(H, "resigned", LIB, IND, TUE), (D, "resigned", LIB, IND, WED)],
    ),
    # active with object
    ("The Liberals have booted MP Paul Harker.", [(H, "expelled", LIB, IND, FRI)]),
    ("The federal Tories have turfed MP Susan Okafor.", [(K, "expelled", CON, IND, FRI)]),
    ("Pierre Poilievre has cut MP Susan Okafor loose from the Conservative caucus.", [(K, "expelled", CON, IND, FRI)]),
    ("The Conservatives showed MP Susan Okafor the door on Tuesday.", [(K, "expelled", CON, IND, TUE)]),
    ("MP Susan Okafor was shown the door by the Conservatives on Tuesday.", [(K, "expelled", CON, IND, TUE)]),
    ("MP Susan Okafor was stripped of her caucus membership on Tuesday.", [(K, "expelled", CON, IND, TUE)]),
    (
        "The Conservatives stripped MP Susan Okafor of her membership in caucus on Tuesday.",
        [(K, "expelled", CON, IND, TUE)],
    ),
    (
        "The Conservatives cut ties with MP Susan Okafor on Tuesday and she will sit as an Independent.",
        [(K, "expelled", CON, IND, TUE)],
    ),
    ("The Conservative caucus voted Tuesday to remove MP Susan Okafor.", [(K, "expelled", CON, IND, TUE)]),
    ("Conservative Leader Pierre Poilievre kicked MP Susan Okafor out on Tuesday.", [(K, "expelled", CON, IND, TUE)]),
    ("Conservative Leader Pierre Poilievre dropped MP Susan Okafor on Tuesday.", [(K, "expelled", CON, IND, TUE)]),
    ("NDP Leader Jagmeet Singh suspended MP Marie Cormier on Tuesday.", [(C, "suspended", NDP, IND, TUE)]),
    ("The prime minister has ejected MP Paul Harker from the Liberal caucus.", [(H, "expelled", LIB, IND, FRI)]),
    (
        "Justin Trudeau showed MP Paul Harker the door on Tuesday; he is now an Independent.",
        [(H, "expelled", LIB, IND, TUE)],
    ),
    ("MP Susan Okafor lost her place in the Conservative caucus on Tuesday.", [(K, "expelled", CON, IND, TUE)]),
    ("MP Susan Okafor was sent packing by the Conservative caucus on Tuesday.", [(K, "expelled", CON, IND, TUE)]),
    (
        "MP Susan Okafor was relieved of her place in the Conservative caucus on Tuesday.",
        [(K, "expelled", CON, IND, TUE)],
    ),
    ("MP Susan Okafor has been disowned by the Conservative caucus.", [(K, "expelled", CON, IND, FRI)]),
    (
        "MP Susan Okafor's membership in the Conservative caucus was revoked on Tuesday.",
        [(K, "expelled", CON, IND, TUE)],
    ),
    ("MP Susan Okafor was barred from the Conservative caucus on Tuesday.", [(K, "expelled", CON, IND, TUE)]),
    ("MP Susan Okafor was excluded from the Conservative caucus on Tuesday.", [(K, "expelled", CON, IND, TUE)]),
    ("MP Susan Okafor was sacked from the Conservative caucus on Tuesday.", [(K, "expelled", CON, IND, TUE)]),
    ("MP Susan Okafor is out of the Conservative caucus.", [(K, "resigned", CON, IND, FRI)]),
    # relative, participial, apposition
    ("Paul Harker, who left the Liberal caucus in 2022, asked about it.", [(H, "resigned", LIB, IND, "2022")]),
    (
        "Paul Harker, expelled from the Liberal caucus in February, asked about it.",
        [(H, "expelled", LIB, IND, "2023-02")],
    ),
    (
        "Paul Harker, a former Liberal who now sits as an Independent, asked about it.",
        [(H, "resigned", LIB, IND, None)],
    ),
    (
        "Paul Harker, a former Liberal MP booted from caucus in February, asked about it.",
        [(H, "expelled", LIB, IND, "2023-02")],
    ),
    (
        "Having been turfed from the Liberal caucus on Tuesday, Paul Harker spoke as an Independent.",
        [(H, "expelled", LIB, IND, TUE)],
    ),
    (
        "Paul Harker, whom the Liberals expelled from caucus in February, asked about it.",
        [(H, "expelled", LIB, IND, "2023-02")],
    ),
    ("MP Paul Harker surprised the House on Tuesday by leaving the Liberals.", [(H, "resigned", LIB, IND, TUE)]),
    (
        "MP Paul Harker stunned Ottawa on Tuesday by crossing the floor to the Conservatives.",
        [(H, "crossed_floor", LIB, CON, TUE)],
    ),
    # idioms
    ("MP Paul Harker gave up his place among the Liberals on Tuesday.", [(H, "resigned", LIB, IND, TUE)]),
    ("MP Paul Harker gave up his place in the Liberal caucus on Tuesday.", [(H, "resigned", LIB, IND, TUE)]),
    ("MP Paul Harker has parted ways with the Liberal caucus.", [(H, "resigned", LIB, IND, FRI)]),
    ("MP Paul Harker severed his ties with the Liberals on Tuesday.", [(H, "resigned", LIB, IND, TUE)]),
    ("MP Paul Harker turned in his caucus card on Tuesday and leaves the Liberals.", [(H, "resigned", LIB, IND, TUE)]),
    (
        "MP Paul Harker tore up his Liberal membership card on Tuesday and will sit as an Independent.",
        [(H, "resigned", LIB, IND, TUE)],
    ),
    ("MP Paul Harker moved to the opposition benches as an independent on Tuesday.", [(H, "resigned", LIB, IND, TUE)]),
    ("MP Paul Harker is done with the Liberal caucus.", [(H, "resigned", LIB, IND, FRI)]),
    ("MP Paul Harker is finished with the Liberal caucus.", [(H, "resigned", LIB, IND, FRI)]),
    ("MP Paul Harker called it quits with the Liberal caucus on Tuesday.", [(H, "resigned", LIB, IND, TUE)]),
    ("MP Paul Harker said goodbye to the Liberal caucus on Tuesday.", [(H, "resigned", LIB, IND, TUE)]),
    ("MP Paul Harker no longer belongs to the Liberal caucus.", [(H, "resigned", LIB, IND, FRI)]),
    ("MP Paul Harker has ceased to be a member of the Liberal caucus.", [(H, "resigned", LIB, IND, FRI)]),
    ("MP Paul Harker is now an independent MP.", [(H, "resigned", LIB, IND, FRI)]),
    ("MP Paul Harker will be an Independent for the rest of the term.", [(H, "resigned", LIB, IND, FRI)]),
    (
        "MP Paul Harker told reporters on Tuesday he will represent his riding as an Independent.",
        [(H, "resigned", LIB, IND, TUE)],
    ),
    ("MP Paul Harker went independent on Tuesday.", [(H, "resigned", LIB, IND, TUE)]),
    ("MP Paul Harker turned independent on Tuesday.", [(H, "resigned", LIB, IND, TUE)]),
    ("MP Paul Harker has struck out on his own, leaving the Liberal caucus.", [(H, "resigned", LIB, IND, FRI)]),
    ("MP Paul Harker turned his back on the Liberals on Tuesday.", [(H, "resigned", LIB, IND, TUE)]),
    ("MP Paul Harker abandoned the Liberal ranks on Tuesday.", [(H, "resigned", LIB, IND, TUE)]),
    (
        "MP Paul Harker stormed out of the Liberal caucus on Tuesday to sit as an Independent.",
        [(H, "resigned", LIB, IND, TUE)],
    ),
    ("MP Paul Harker took himself out of the Liberal caucus on Tuesday.", [(H, "resigned", LIB, IND, TUE)]),
    ("MP Paul Harker handed in his resignation from the Liberal caucus on Tuesday.", [(H, "resigned", LIB, IND, TUE)]),
    ("The Liberals lost MP Paul Harker on Tuesday, when he quit caucus.", [(H, "resigned", LIB, IND, TUE)]),
    ("MP Paul Harker left the government caucus on Tuesday.", [(H, "resigned", LIB, IND, TUE)]),
    ("MP Paul Harker now sits outside the Liberal caucus.", [(H, "resigned", LIB, IND, FRI)]),
    ("MP Paul Harker will sit outside of caucus.", [(H, "resigned", LIB, IND, FRI)]),
    ("MP Paul Harker will now sit as an unaffiliated member.", [(H, "resigned", LIB, IND, FRI)]),
    (
        "Senator Ruth Vance left the Conservative caucus on Tuesday to sit as a non-affiliated senator.",
        [("Ruth Vance", "resigned", CON, NON, TUE)],
    ),
    ("Senator Ruth Vance became non-affiliated on Tuesday.", [("Ruth Vance", "resigned", None, NON, TUE)]),
    # returned, suspended, readmitted
    ("MP Peter Novak was back in the Liberal caucus on Tuesday.", [(N, "reinstated", IND, LIB, TUE)]),
    ("The Liberals took MP Peter Novak back on Tuesday.", [(N, "reinstated", IND, LIB, TUE)]),
    ("The Liberal caucus voted on Tuesday to readmit MP Peter Novak.", [(N, "reinstated", IND, LIB, TUE)]),
    ("MP Peter Novak has been welcomed back by the Liberals.", [(N, "reinstated", IND, LIB, FRI)]),
    ("MP Peter Novak was reinstated as a member of the Liberal caucus on Tuesday.", [(N, "reinstated", IND, LIB, TUE)]),
    ("MP Peter Novak went back to the Liberals on Tuesday.", [(N, "reinstated", IND, LIB, TUE)]),
    (
        "Justin Trudeau has lifted MP Peter Novak's suspension from the Liberal caucus.",
        [(N, "reinstated", IND, LIB, FRI)],
    ),
    ("MP Peter Novak is again a member of the Liberal caucus.", [(N, "reinstated", IND, LIB, FRI)]),
    ("MP Peter Novak is a Liberal again.", [(N, "reinstated", IND, LIB, FRI)]),
    ("MP Paul Harker was placed on leave from the Liberal caucus on Tuesday.", [(H, "suspended", LIB, IND, TUE)]),
    ("MP Paul Harker is on leave from the Liberal caucus.", [(H, "suspended", LIB, IND, FRI)]),
    # groups
    ("MP Paul Harker and two others founded a new party on Tuesday.", [(H, "formed_group", LIB, None, TUE)]),
    (
        "MPs Daniel Brassard and Claire Pelchat left the Bloc on Tuesday to form a new parliamentary group.",
        [(B, "formed_group", BQ, None, TUE), (P, "formed_group", BQ, None, TUE)],
    ),
    # chains
    (
        "Independent MP Peter Novak joined the Liberals on Tuesday. He was kicked out of the Conservative caucus in 2022.",
        [(N, "joined", IND, LIB, TUE), (N, "expelled", CON, IND, "2022")],
    ),
    (
        "Owen Fisk was thrown out of the Conservative caucus in 2022 and then joined the Liberals on Tuesday. Fisk is an Ontario MP.",
        [("Owen Fisk", "expelled", CON, IND, "2022"), ("Owen Fisk", "joined", IND, LIB, TUE)],
    ),
    (
        "Owen Fisk, who left the NDP caucus in 2022 to sit as an independent, joined the Liberals on Tuesday.",
        [("Owen Fisk", "resigned", NDP, IND, "2022"), ("Owen Fisk", "joined", IND, LIB, TUE)],
    ),
    (
        "Owen Fisk, a former New Democrat, joined the Liberal caucus on Tuesday after two years as an independent.",
        [("Owen Fisk", "joined", IND, LIB, TUE)],
    ),
    # from logic with people that the register does not have
    (
        "MLA Owen Fisk resigned from caucus on Tuesday.\n\nFisk was elected as a United Conservative in Alberta in 2019.",
        [("Owen Fisk", "resigned", UCP, IND, TUE)],
    ),
    (
        "Ontario MPP Owen Fisk was kicked out of caucus on Tuesday.\n\nThe Progressive Conservative MPP denies it.",
        [("Owen Fisk", "expelled", OPC, IND, TUE)],
    ),
    (
        "Ontario Premier Doug Ford has kicked MPP Owen Fisk out of the PC caucus.",
        [("Owen Fisk", "expelled", OPC, IND, FRI)],
    ),
    (
        "EDMONTON - MLA Owen Fisk has been removed from the United Conservative caucus in Alberta.",
        [("Owen Fisk", "expelled", UCP, IND, FRI)],
    ),
    (
        "Owen Fisk, a Liberal member of the Ontario legislature, has been removed from caucus.",
        [("Owen Fisk", "expelled", OLIB, IND, FRI)],
    ),
    (
        "MPP Owen Fisk will sit as an Independent.\n\nHe told Progressive Conservative Leader Vera Simms on Tuesday that he had resigned from her caucus.",
        [("Owen Fisk", "resigned", OPC, IND, TUE)],
    ),
    (
        "MPP Owen Fisk quit caucus on Tuesday after a dispute with NDP Leader Vera Simms.",
        [("Owen Fisk", "resigned", ONDP, IND, TUE)],
    ),
]
TOLD_IN_FRENCH = [
    ("Le député Paul Harker a claqué la porte du caucus libéral mardi.", [(H, "resigned", LIB, IND, TUE)]),
    ("Paul Harker ne fait plus partie du caucus libéral. Il en a été expulsé mardi.", [(H, "expelled", LIB, IND, TUE)]),
    ("Le député Paul Harker n'est plus membre du caucus libéral.", [(H, "resigned", LIB, IND, FRI)]),
    ("Le caucus libéral perd un membre. Le député Paul Harker l'a quitté mardi.", [(H, "resigned", LIB, IND, TUE)]),
    ("Le député Paul Harker tourne le dos aux libéraux.", [(H, "resigned", LIB, IND, FRI)]),
    ("Le député Paul Harker rompt avec les libéraux.", [(H, "resigned", LIB, IND, FRI)]),
    ("Le député Paul Harker a remis sa démission du caucus libéral mardi.", [(H, "resigned", LIB, IND, TUE)]),
    (
        "Le député Paul Harker a rendu sa carte du Parti libéral mardi et siégera comme indépendant.",
        [(H, "resigned", LIB, IND, TUE)],
    ),
    ("Le député Paul Harker devient indépendant.", [(H, "resigned", LIB, IND, FRI)]),
    ("Le député Paul Harker est désormais député indépendant.", [(H, "resigned", LIB, IND, FRI)]),
    ("Le député Paul Harker siège désormais à titre d'indépendant.", [(H, "resigned", LIB, IND, FRI)]),
    ("Le député Paul Harker terminera son mandat comme indépendant.", [(H, "resigned", LIB, IND, FRI)]),
    ("Le député Paul Harker s'est retiré du caucus libéral mardi.", [(H, "resigned", LIB, IND, TUE)]),
    ("Le député Paul Harker a été évincé du caucus libéral mardi.", [(H, "expelled", LIB, IND, TUE)]),
    ("Le député Paul Harker a été chassé du caucus libéral mardi.", [(H, "expelled", LIB, IND, TUE)]),
    ("Le chef a montré la porte du caucus libéral au député Paul Harker mardi.", [(H, "expelled", LIB, IND, TUE)]),
    ("Les libéraux ont montré la porte au député Paul Harker mardi.", [(H, "expelled", LIB, IND, TUE)]),
    (
        "Justin Trudeau a expulsé les députés Paul Harker et Anna Delisle du caucus libéral mardi.",
        [(H, "expelled", LIB, IND, TUE), (D, "expelled", LIB, IND, TUE)],
    ),
    ("Le Bloc québécois largue le député Daniel Brassard.", [(B, "expelled", BQ, IND, FRI)]),
    ("La députée Susan Okafor passe chez les libéraux.", [(K, "crossed_floor", CON, LIB, FRI)]),
    (
        "La députée Susan Okafor a changé d'allégeance mardi pour se joindre aux libéraux.",
        [(K, "crossed_floor", CON, LIB, TUE)],
    ),
    (
        "La députée Susan Okafor a changé de camp mardi: elle a rejoint les libéraux.",
        [(K, "crossed_floor", CON, LIB, TUE)],
    ),
    ("La députée Susan Okafor fait le saut chez les libéraux.", [(K, "crossed_floor", CON, LIB, FRI)]),
    ("La députée Susan Okafor a rejoint les rangs libéraux mardi.", [(K, "crossed_floor", CON, LIB, TUE)]),
    ("La députée Susan Okafor a rejoint les rangs du Parti libéral mardi.", [(K, "crossed_floor", CON, LIB, TUE)]),
    (
        "La députée Susan Okafor a quitté mardi les conservateurs pour se joindre aux libéraux.",
        [(K, "crossed_floor", CON, LIB, TUE)],
    ),
    (
        "La députée Susan Okafor a troqué les conservateurs pour les libéraux mardi.",
        [(K, "crossed_floor", CON, LIB, TUE)],
    ),
    ("Les libéraux accueillent la députée Susan Okafor dans leur caucus.", [(K, "crossed_floor", CON, LIB, FRI)]),
    ("Le député indépendant Peter Novak réintègre le caucus libéral.", [(N, "reinstated", IND, LIB, FRI)]),
    ("Le député indépendant Peter Novak est de retour au caucus libéral.", [(N, "reinstated", IND, LIB, FRI)]),
    (
        "Le député indépendant Peter Novak rentre au bercail: il revient dans le caucus libéral.",
        [(N, "reinstated", IND, LIB, FRI)],
    ),
    (
        "Les députés Daniel Brassard et Claire Pelchat ont quitté le Bloc mardi pour former un nouveau groupe parlementaire.",
        [(B, "formed_group", BQ, None, TUE), (P, "formed_group", BQ, None, TUE)],
    ),
    (
        "La députée Claire Pelchat et six de ses collègues ont quitté le caucus bloquiste mardi.",
        [(P, "resigned", BQ, IND, TUE)],
    ),
    (
        "Deux députés ont quitté le caucus libéral mardi : Paul Harker et Anna Delisle.",
        [(H, "resigned", LIB, IND, TUE), (D, "resigned", LIB, IND, TUE)],
    ),
    (
        "Paul Harker (Whitford) et Anna Delisle (Belrive) sont du nombre des députés qui ont quitté le caucus libéral mardi.",
        [(H, "resigned", LIB, IND, TUE), (D, "resigned", LIB, IND, TUE)],
    ),
    (
        "Exclu du caucus libéral en février, Paul Harker siège depuis comme indépendant.",
        [(H, "expelled", LIB, IND, "2023-02")],
    ),
    (
        "Le député Paul Harker, qui a quitté le caucus libéral en 2022, a posé la question.",
        [(H, "resigned", LIB, IND, "2022")],
    ),
    ("Le député Paul Harker a été suspendu de son caucus mardi.", [(H, "suspended", LIB, IND, TUE)]),
    ("Le député Paul Harker a été exclu mardi du caucus par Justin Trudeau.", [(H, "expelled", LIB, IND, TUE)]),
]
NOT_TOLD = [
    "Independent MP Peter Novak is expected to join Pierre Poilievre's caucus.",
    "Independent MP Peter Novak joined the Liberal caucus for dinner on Tuesday.",
    "MP Paul Harker joined the group that wants a new bridge.",
    "MP Paul Harker joined the ranks of those who want a new bridge, a Liberal said.",
    "Liberal MP Paul Harker joined the team at the rink on Tuesday.",
    "Liberal MP Paul Harker joined its board on Tuesday.",
    "The Liberals welcomed MP Susan Okafor's bill on Tuesday.",
    "The Conservatives greeted MP Paul Harker with boos on Tuesday.",
    "The new Conservative leader, Susan Okafor, spoke on Tuesday.",
    "A new Conservative MP, Susan Okafor, was elected on Monday.",
    "MP Susan Okafor would not switch allegiance to the Liberals, she said.",
    "MP Susan Okafor denied that she will switch sides.",
    "MP Susan Okafor moved a motion to the Liberals' bill.",
    "MP Susan Okafor moved to Ottawa when the Liberals won.",
    "MP Susan Okafor threw in a remark about the Liberals.",
    "MP Susan Okafor took her place beside the Liberals at the ceremony.",
    "MP Susan Okafor took up a seat with the Liberals on the trip.",
    "MP Susan Okafor turned to the Liberals for help.",
    "MP Susan Okafor is now a Liberal target.",
    "MP Paul Harker is now a Liberal minister.",
    "Liberal MP Paul Harker is a Liberal.",
    "MP Susan Okafor sits with the Liberals on the finance committee.",
    "MP Susan Okafor traded barbs with the Liberals on Tuesday.",
    "The Liberals added MP Paul Harker to their committee on Tuesday.",
    "The Liberal bill shrank. MP Paul Harker withdrew from it on Tuesday.",
    "The Liberals sent letters. MP Paul Harker left them on the table.",
    "The Liberal plan is ready. MP Susan Okafor has not left it alone.",
    "MP Paul Harker left his party's fundraiser early.",
    "Paul Harker and Anna Delisle will not quit the Liberal caucus.",
    "MP Paul Harker and six colleagues may quit the Liberal caucus.",
    "Two MPs could leave the Liberal caucus: Paul Harker and Anna Delisle.",
    "Two MPs left the Liberal caucus on Tuesday. Paul Harker said he would stay.",
    "Two MPs left the Liberal caucus on Tuesday. Paul Harker and Anna Delisle criticized them.",
    "Paul Harker stayed in the Liberal caucus, as did Anna Delisle.",
    "Paul Harker was suspended from the House on Tuesday. Anna Delisle was suspended too.",
    "The Liberals are not expelling Paul Harker.",
    "The Liberals showed MP Paul Harker the bill on Tuesday.",
    "The Liberals showed MP Paul Harker the door of the new office.",
    "MP Susan Okafor was stripped of her committee posts by the Conservatives on Tuesday.",
    "MP Susan Okafor was stripped of her critic's role in the Conservative caucus on Tuesday.",
    "The Conservatives cut MP Susan Okafor's speaking time.",
    "The Conservatives suspended debate, MP Susan Okafor said.",
    "The Liberals dropped the idea, Paul Harker said.",
    "The Liberals dropped Paul Harker's bill.",
    "Justin Trudeau dropped Paul Harker from cabinet on Tuesday.",
    "Justin Trudeau fired Liberal MP Paul Harker on Tuesday as parliamentary secretary.",
    "Conservatives kicked Paul Harker out of the committee on Tuesday.",
    "The Speaker kicked Liberal MP Paul Harker out on Tuesday.",
    "The Speaker ejected Liberal MP Paul Harker from the House on Tuesday.",
    "The Speaker expelled Conservative MP Susan Okafor for the day.",
    "MP Susan Okafor lost the Conservative nomination on Tuesday.",
    "MP Susan Okafor lost her seat to the Liberals on Tuesday.",
    "The Conservatives lost to MP Paul Harker on Tuesday.",
    "The Liberals removed MP Paul Harker from the list of speakers.",
    "MP Paul Harker was asked to leave the Liberal caucus but refused.",
    "MP Paul Harker was asked if he had left the Liberal caucus.",
    "MP Paul Harker, who wants to leave the Liberal caucus, spoke on Tuesday.",
    "MP Paul Harker, who never left the Liberal caucus, spoke on Tuesday.",
    "MP Paul Harker, who ran as an Independent in 2011, is a Liberal.",
    "MP Paul Harker was first elected as an Independent in 2011.",
    "MP Paul Harker will run as an Independent in the next election.",
    "MP Paul Harker is considering sitting as an Independent.",
    "MP Paul Harker is an independent thinker, the Liberal whip said.",
    "MP Paul Harker is independent of the Liberal leadership.",
    "Independent MP Peter Novak is an Independent.",
    "MP Paul Harker gave up his place in line to a Liberal colleague.",
    "MP Paul Harker gave up his place on the Liberal finance team.",
    "MP Paul Harker is done with the Liberal caucus meeting.",
    "MP Paul Harker said goodbye to the Liberal caucus staff.",
    "MP Paul Harker has not said goodbye to the Liberal caucus.",
    "MP Paul Harker is back in Ottawa with the Liberal caucus.",
    "MP Peter Novak wants to be a Liberal again.",
    "The Liberals will decide on Tuesday whether to take MP Peter Novak back.",
    "MP Peter Novak has not been welcomed back by the Liberals.",
    "MP Paul Harker is on leave from Parliament, the Liberals said.",
    "MP Paul Harker founded a company on Tuesday.",
    "MP Paul Harker plans to form a new party.",
    "MP Paul Harker and two others founded a new group for cyclists.",
    "Harker's suspension from the Liberal caucus was not lifted.",
    "The NDP lost MP Marie Cormier's vote.",
    "Voters turned Liberal in 2015, MP Paul Harker said.",
    "Owen Fisk was elected as a Liberal in 2021, and Conservatives walked out.",
    "Owen Fisk, a former Liberal who ran for the Conservatives, lost on Tuesday.",
    "The candidate, Owen Fisk, was dropped by the NDP on Tuesday.",
    "Liberal staffer Owen Fisk left the party on Tuesday.",
    "Paul Harker promised to leave the Liberal caucus once the report is out.",
    "Liberals want Paul Harker turfed.",
    "The Bloc says the Liberals should cut MP Paul Harker loose from caucus.",
    "MP Paul Harker has been an Independent for years, a Liberal joked falsely.",
    "Jagmeet Singh will keep MP Marie Cormier in the NDP caucus.",
    "MP Paul Harker left the Liberal caucus room in tears.",
    "MP Paul Harker's departure from the Liberal leadership race came on Tuesday.",
    "Some expect MP Paul Harker to walk away from the Liberal caucus.",
    "The Conservatives invited MP Paul Harker to join their caucus.",
    "MP Paul Harker turned down an offer to join the Conservative caucus.",
    "MP Paul Harker joined Justin Trudeau's Liberals at the rally.",
    "Tobias Ellwood was kicked out of the parliamentary Conservative party on Tuesday after losing the whip, the BBC reported from Westminster.",
]
NOT_TOLD_IN_FRENCH = [
    "Le député Paul Harker a été exclu de la réunion du caucus libéral.",
    "Le député Paul Harker en a été expulsé; il était au conseil des ministres des libéraux.",
    "Le député Paul Harker ne claque pas la porte du caucus libéral.",
    "Le député Paul Harker claque la porte du conseil des ministres.",
    "Le député Paul Harker passe à l'Énergie, ont dit les libéraux.",
    "Le député Paul Harker rejoint les libéraux à Québec pour une annonce.",
    "Le député Paul Harker a fait le saut en politique avec les libéraux en 2015.",
    "Le député Paul Harker menace de changer de camp.",
    "Le député Paul Harker ne changera pas d'allégeance.",
    "Le député Paul Harker pourrait devenir indépendant.",
    "Le député Paul Harker est un esprit indépendant, dit le Parti libéral.",
    "Les libéraux accueillent la députée Susan Okafor avec froideur.",
    "Les libéraux ont montré la porte d'entrée au député Paul Harker.",
    "Le député Paul Harker a été prié de quitter le caucus libéral.",
    "Le député Paul Harker a tourné le dos à la caméra, dit un libéral.",
    "Le député Peter Novak veut revenir au caucus libéral.",
    "Le député Peter Novak ne réintégrera pas le caucus libéral.",
    "Le député Paul Harker a été suspendu de la Chambre mardi, dit le caucus libéral.",
    "Un bénévole du Parti libéral, Owen Fisk, a claqué la porte mardi.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:70] for text, _ in TOLD])
def test_each_way_of_telling_it_in_english_is_found(text: str, expected: list[Told]) -> None:
    assert seen(text) == sorted(expected, key=str)


@pytest.mark.parametrize(("text", "expected"), TOLD_IN_FRENCH, ids=[text[:70] for text, _ in TOLD_IN_FRENCH])
def test_each_way_of_telling_it_in_french_is_found(text: str, expected: list[Told]) -> None:
    assert seen(text, "fr") == sorted(expected, key=str)


@pytest.mark.parametrize("text", NOT_TOLD, ids=[text[:80] for text in NOT_TOLD])
def test_what_only_sounds_like_it_in_english_is_none(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize("text", NOT_TOLD_IN_FRENCH, ids=[text[:80] for text in NOT_TOLD_IN_FRENCH])
def test_what_only_sounds_like_it_in_french_is_none(text: str) -> None:
    assert seen(text, "fr") == []
