"""The words of both languages that make a question or a sentence, and tell nothing themselves.

Each is taken off only where it stands whole; see `plan_tui.search.asked_words`.
"""

from __future__ import annotations

_HIRAGANA = """
は が を に へ と も や の で か ば て よ ね さ な だ し わ ん から まで より には では とは
への での との にも でも とも からの までの までに についての について ついて における において
に関する に関して に対する に対して によって による に係る ための ために ため など なども って
という といった として とか だけ しか ほど ごと たち さん です ですか でしょうか でしょう
だろうか だろう ます ますか ません ませんか ました ましたか なのか なの のか のですか
のでしょうか んですか なります なりますか なる なった なって なり なら なれば なれる ならない
なくなる なくす なるの になる する される させる した して している していた しています
していますか します しますか すれば しよう しようと しない しなければ されて されている
されています されますか されるの せる させ やる やって やり やった できる できます できますか
できた できない できて できるの できるように でき ある あります ありますか あった ない なく
なければ あって いる います いますか いて いない いた おり れる られる られます られますか
れます れて られて れている れない られない れますか どう どうなる どうなって どうなっている
どうなっていますか どうやって どうして どうすれば どのように どのような どのくらい どれくらい
どこ どこで どこまで どこに どの どんな どれ どちら いつ いつから いつまで いつまでに いつごろ
なぜ なに だれ いくら くらい ぐらい ほしい ください くださいます もらう もらえる もらえますか
しまう みる みて おく くれる くれますか よう ように ような こと ことが もの とき ときの ところ
わけ はず うち ほう そう これ それ この その あの あと まだ もう もっと すぐ とても ちゃんと
きちんと まとめて いけない いく いき きた くる くて かった たい たいです たく らしい そうです
けど けれど のに ので なんて なん お ご いい よい
"""
HIRAGANA = frozenset(_HIRAGANA.split())
"""Particles, endings and question words in hiragana; several of them may stand in a row."""
_KANJI = """
何 何の 何を 何が 何に 何で 何か 何ですか 何年 誰 誰が 誰に 誰の 教えて 教えてください
教えてほしい 知りたい 知りたいです 方法は 予定ですか 予定は 場合 場合は 時 人 人は 人の 人に
人が 方 方は 私 私は 我々 今 今後 現在 本当に 最近 一体何
"""
KANJI = frozenset(_KANJI.split())
"""Such words with kanji."""
QUESTIONS = (
    "いつ",
    "どう",
    "どこ",
    "どの",
    "どんな",
    "どれ",
    "どちら",
    "なぜ",
    "なに",
    "だれ",
    "いくら",
)
"""What question words in hiragana begin with."""
_ENGLISH = """
a an the of to in on at by for from with without about into over under as and or but if than
that this these those it its is are was were be been being am do does did doing done has have
had having can could will would shall should may might must what when where who whom whose
which why how much many long soon far there here i we you he she they my our your their me us
not no yes please tell show explain give get let any some all more most other such so very also
just still yet now plan plans planned planning intend going happen happens happening become
becomes change changes changed mean means way ways thing things kind kinds new use used using
make makes made government's japan's against among between through toward towards
"""
ENGLISH = frozenset(_ENGLISH.split())
"""Articles, prepositions, pronouns, auxiliaries and question words."""
