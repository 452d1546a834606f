"""Which full names tell a person from others of the same field, and which too many people share."""

_BY_REGION = {
    "Chinese, in Pinyin and other romanisations": """
        ai bai cai cao chan chang chen cheng cheung chiang chu cui dai deng ding dong duan fan feng fu gao gong gu
        guo han hao he hou hsu hu huang jia jiang jin lam lei leung li liang liao lin liu long lu luo ma mao meng ng
        pan peng qian qin qiu ren shao shen shi song su sun tan tang tao tsai wan wang wei wong wu xia xiao xie
        xiong xu xue yan yang yao ye yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou
    """,
    "Korean": """
        ahn bae baek cho choi chung hong hwang jang jeong jung kang kim kwon lee lim moon oh park ryu seo shin son
        yoo yoon
    """,
    "Vietnamese": """
        bui dang do duong ho hoang le ly ngo nguyen pham phan tran vo vu
    """,
    "Of South Asia": """
        agarwal ahmed ali das ghosh gupta jain khan kumar mishra patel rao reddy roy sharma singh verma
    """,
    "Japanese": """
        ito kato kobayashi nakamura sato suzuki tanaka watanabe yamada yamamoto
    """,
    "Of Europe and the Americas": """
        anderson brown davis garcia gonzalez hernandez jackson johnson jones lopez martin martinez miller moore
        mueller muller perez rodriguez sanchez schmidt smith taylor thomas thompson white williams wilson
    """,
}
COMMON_FAMILY_NAMES = frozenset(name for names in _BY_REGION.values() for name in names.split())
"""Family names, folded, that very many people share. Written by hand: no count in the graph may decide, since then what
is imported later would change who is who."""

DISTINCTIVE_GIVEN = 5
"""Letters of given names from which on a common family name with them is no common name."""


def is_distinctive(name_key: str) -> bool:
    """Say whether `name_key` (folded, the family name last) is a full name that few people of one field share."""
    *given, family = name_key.split()
    if not given or len(given[0]) == 1:
        return False
    return family not in COMMON_FAMILY_NAMES or sum(map(len, given)) >= DISTINCTIVE_GIVEN
