"""What a CAMEO code becomes under a word that promises, asks for, refuses or threatens it.

CAMEO numbers its roots alike: 072 “provide military aid” is 0332 as intent, 0232 as appeal, 1032 as demand,
1222 as refusal; 163 “impose sanctions” is 1312 as threat.  The table below says so once.
"""

from __future__ import annotations

from typing import Final

# code or its beginning (longest wins) → the same branch under each root
_BRANCHES: Final = (
    # act, commit (03), appeal (02), demand (10), reject (12)
    ("061", "0311", "0211", "1011", "1211"),
    ("062", "0312", "0212", "1012", "1212"),
    ("063", "0313", "0213", "1013", "1213"),
    ("064", "0314", "0214", "1014", "121"),
    ("06", "031", "021", "101", "121"),
    ("05", "032", "022", "102", "120"),
    ("057", "030", "027", "107", "127"),
    ("071", "0331", "0231", "1031", "1221"),
    ("072", "0332", "0232", "1032", "1222"),
    ("073", "0333", "0233", "1033", "1223"),
    ("074", "0334", "0234", "1034", "1224"),
    ("075", "0333", "0233", "1033", "1223"),
    ("07", "033", "023", "103", "122"),
    ("0831", "0341", "0241", "1041", "1231"),
    ("0832", "0342", "0242", "1042", "1232"),
    ("0833", "0343", "0243", "1043", "1233"),
    ("0834", "0344", "0244", "1044", "1234"),
    ("083", "034", "024", "104", "123"),
    ("081", "0351", "0251", "1051", "1241"),
    ("0811", "0351", "0251", "1051", "1241"),
    ("082", "0352", "0252", "1052", "1242"),
    ("084", "0353", "0253", "1053", "1243"),
    ("085", "0354", "0254", "1054", "1244"),
    ("086", "0355", "0255", "1055", "1245"),
    ("087", "0356", "0256", "1056", "1246"),
    ("08", "035", "025", "105", "124"),
    ("04", "036", "026", "106", "125"),
    ("045", "039", "028", "108", "126"),
    ("036", "036", "026", "106", "125"),
    ("037", "037", "027", "107", "127"),
    ("038", "038", "028", "108", "126"),
    ("039", "039", "028", "108", "126"),
    ("03", "030", "020", "100", "120"),
)
_THREATS: Final = (
    ("162", "1311"),
    ("163", "1312"),
    ("16", "1313"),
    ("164", "134"),
    ("165", "135"),
    ("166", "136"),
    ("172", "132"),
    ("1721", "1321"),
    ("1722", "1322"),
    ("1723", "1323"),
    ("1724", "1324"),
    ("14", "133"),
    ("17", "137"),
    ("191", "1381"),
    ("192", "1382"),
    ("18", "1383"),
    ("19", "1384"),
    ("15", "138"),
    ("20", "1385"),
    ("204", "1385"),
)
_COLUMN: Final = {"commit": 1, "appeal": 2, "demand": 3, "reject": 4}
_BARE: Final = {"commit": "030", "appeal": "020", "demand": "100", "reject": "120", "threaten": "130"}
_TABLES: Final = {
    **{effect: {row[0]: row[column] for row in _BRANCHES} for effect, column in _COLUMN.items()},
    "threaten": dict(_THREATS),
}


def embedded(effect: str, act: str | None) -> str:
    """The CAMEO code of ``act`` under ``effect`` (commit, appeal, demand, reject, threaten).

    >>> embedded("commit", "072"), embedded("demand", "0841"), embedded("threaten", "163")
    ('0332', '1053', '1312')

    An act that has no place under that root gives the root's general code.
    """
    table = _TABLES[effect]
    for size in range(len(act or ""), 1, -1):
        code = table.get((act or "")[:size])
        if code:
            return code
    return _BARE[effect]
