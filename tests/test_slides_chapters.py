"""A made-up deck whose contents page lists its chapters only."""

from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.slides.parser import parse
from tests.conservation import true_to_source, unaccounted
from tests.outlines import blocks, furniture, headings

DECK = """
町の公園審議会 聞き取り

公園局

【目次】

1. 公園局の創設と計画\t・ ・ ・ ・ 2
2. 遊具の整備（安全の確認、共同の点検）\t・ ・ ・ ・ 7
3. まとめ\t・ ・ ・ ・ 12

1. 公園局の創設と計画

暑さにより浮き彫りとなった公園の課題

近年の暑さにより、木陰の不足が浮き彫りに。

遊び

【影響】

- ・ 遊具の使用中止
- ・ 砂場の閉鎖



➡ 日よけの不足、
木陰と遊具の配置の不整合 等

運動

【影響】

- ・ 大会の延期

➡ 水飲み場の増設、
LED照明等による夜間利用の必要性 等

公園条例の改正に向けた基本方針の概要

- 木陰のある公園を町のどこからでも歩いて行ける所に置き、子どもも大人も憩える町
- 改正の原則 (①安全、②公平、③清潔)

条例の見直しの考え方

条例施行後の状況の変化・改正の必要性

- ✓ 利用者の多様化が進展
- ✓ 点検の遅れが顕在化
⇒ 条例を全面的に見直し、公園局を設置

どのような公園を実現するか

- ✓ 木陰の確保
- ✓ 段差の解消

公園局 設置の考え方

公園局の業務

- ✓ 点検：基準を策定。重要な遊具は自ら整備
- ✓ 植栽：苗木の共同購入

公園計画の全体の概要

- 公園の整備を迅速に進めるために定めるもの。（公園条例3②等）

実現のための3つの方針

- ① 木陰の拡大
- ② 遊具の更新
- ③ 町民の参加

※Park for All

理念と原則

緑の町の実現
→だれもが、いつでも緑に親しむ

公園づくりの原則

→4原則（公園憲章）

- ①安全 ②公平・公正 ③清潔 ④静けさ・憩い

遊具の共同購入原則

整備の戦略

公園運営会議

安全の原則を定め、すべての遊具の適合を確認

樹木の会議

苗木の配布等を前提に、各地区の取組を支援

国際交流の推進

姉妹都市/海外の公園

関連団体との連携

安全の確保

防犯灯/
見守り

造園業の育成

小規模事業者の育成

整備の基本的な施策

子どもの遊び場

- ・ 砂場の再開（洗浄/点検）

お年寄りの散歩道

- ・ 手すりの設置

2. 遊具の整備

(安全の確認、共同の点検)

来年度予算 遊具関係予算（一括計上、主なもの）

公園局の遊具

公園局が整備・点検

- 各公園で共通に使う遊具
- 大型の遊具 等

990万円

すべり台

大型ブランコ

木製ジャングルジム

砂場の囲い (SUNA)

登り棒

シーソー

地区・公園局共同型

地区と公園局が共同で点検

- 各地区に固有の遊具

遊具の点検及び整備の基本的な進め方（3つの重点）

点検の担い手が足りない。公園局が**3つの重点**に取り組む。

点検の手続について

@
【公園計画（令和3年12月24日決定）（抄）】

- 遊具の点検（※）を、地区と対話しながら進める。
- 地区は、令和7年度（2025年度）までに点検を終える。

※点検：目視、打音、
触診（3種）

具体的には・・・

- ① 目視は職員が行う。
- ② 打音は専門家が行う。
この打音の記録は、町民も閲覧できる。

公園の3つの点検方針（町内共通）

○ 目視点検

職員が巡回し、傷を記録する。

○ 打音点検

専門家が年に一度行う。

点検に関する適合性確認の作業の進め方

R3.12月下旬

対象の洗い出し（対象：遊具、約500件）の依頼と各地区への情報提供

R4.1月

地区と連携し、方針を確定。
※事務局が追加の洗い出しを実施

〔部会の設置〕
地区による見直し⇒計画に反映
課題がある遊具の洗い出し⇒部会で検討

R4.春

条例
⇒一括して改正

「町民の利便に資する手続」一覧

○ 公園計画別紙2「優先して電子化する手続」のうち、町民が申請するものから選定。

占用関係（3手続）※町の手続

占用の許可申請

占用の期間／面積変更の届出

占用の廃止届

撮影関係（1手続）※県の手続

撮影の許可申請

町の手続の電子化について

○「町の電子化の改善に向けて」（抜粋）

2. 電子申請の強化

2.1 画面などのUI（ユーザー・インターフェース）の改善

【取組方針】

① 画面の抜本改善

(ケ) 急ぐ手続の早期電子化

町民が便利さを早く実感できるよう、急ぐ手続から電子化する。

【町の主な支援策】

- ・画面の改善【公園局】

画面の例のプリセットによる改善

- 標準の様式を登録しています。
 - 様式は編集できます。
-

The screenshot shows a web form titled '占用申請書' with several fields and a button.

様式は町のHPにあります。<https://park.example.jp/form/index.html>

夜間も歩ける公園づくりの実現

- 夜間も安心して歩ける公園を実現。

夜間も歩ける公園づくりを目指すにあたっての考え方

- 照明の増設を前提に、見守りの活動に対して支援を行う。

3. まとめ

【まとめ】 公園の将来に向けて

○ 遊具の整備（安全の確認、共同の点検）

- ▶ 安全の確保

○ 町民の参加

- ▶ 見守り、清掃
"""

LINES = DECK.replace("@", " ").split("\n")
"""A line of one blank stands where the converter left a picture out."""


def parsed() -> ParsedDocument:
    return parse(LINES)


def test_chapters_slides_and_heads() -> None:
    assert headings(parsed()) == [
        "# chapter 1.|公園局の創設と計画",
        "## slide |暑さにより浮き彫りとなった公園の課題",
        "### item |遊び",
        "### item |運動",
        "## slide |公園条例の改正に向けた基本方針の概要",
        "### item |条例の見直しの考え方",
        "#### item |条例施行後の状況の変化・改正の必要性",
        "#### item |どのような公園を実現するか",
        "### item |公園局 設置の考え方",
        "#### item |公園局の業務",
        "## slide |公園計画の全体の概要",
        "### item |実現のための3つの方針",
        "### item |理念と原則",
        "#### item |緑の町の実現",
        "#### item |公園づくりの原則",
        "#### item |遊具の共同購入原則",
        "### item |整備の戦略",
        "#### item |公園運営会議",
        "#### item |樹木の会議",
        "#### item |国際交流の推進",
        "#### item |安全の確保",
        "#### item |造園業の育成",
        "### item |整備の基本的な施策",
        "#### item |子どもの遊び場",
        "#### item |お年寄りの散歩道",
        "# chapter 2.|遊具の整備(安全の確認、共同の点検)",
        "## slide |来年度予算 遊具関係予算（一括計上、主なもの）",
        "### item |公園局の遊具",
        "### item |地区・公園局共同型",
        "## slide |遊具の点検及び整備の基本的な進め方（3つの重点）",
        "## slide |点検の手続について",
        "## slide |公園の3つの点検方針（町内共通）",
        "### item |目視点検",
        "### item |打音点検",
        "## slide |点検に関する適合性確認の作業の進め方",
        "### item |R3.12月下旬",
        "### item |R4.1月",
        "### item |R4.春",
        "## slide |「町民の利便に資する手続」一覧",
        "### item |占用関係（3手続）※町の手続",
        "### item |撮影関係（1手続）※県の手続",
        "## slide |町の手続の電子化について",
        "### item 2.|電子申請の強化",
        "#### item 2.1|画面などのUI（ユーザー・インターフェース）の改善",
        "##### item ①|画面の抜本改善",
        "###### item (ケ)|急ぐ手続の早期電子化",
        "### item |【町の主な支援策】",
        "## slide |画面の例のプリセットによる改善",
        "## slide |夜間も歩ける公園づくりの実現",
        "### item |夜間も歩ける公園づくりを目指すにあたっての考え方",
        "# chapter 3.|まとめ",
        "## slide |【まとめ】 公園の将来に向けて",
        "### item |遊具の整備（安全の確認、共同の点検）",
        "### item |町民の参加",
    ]


def test_markers_notes_and_wrapped_lines() -> None:
    assert blocks(parsed(), "遊び") == [
        "note : 【影響】",
        "bullet ・: 遊具の使用中止",
        "bullet ・: 砂場の閉鎖",
        "note ➡: 日よけの不足、木陰と遊具の配置の不整合 等",
    ]
    assert (
        blocks(parsed(), "運動")[-1] == "note ➡: 水飲み場の増設、LED照明等による夜間利用の必要性 等"
    )
    assert blocks(parsed(), "条例施行後の状況の変化・改正の必要性")[-1] == (
        "note ⇒: 条例を全面的に見直し、公園局を設置"
    )
    assert blocks(parsed(), "点検の手続について") == [
        "note : 【公園計画（令和3年12月24日決定）（抄）】",
        "bullet -: 遊具の点検（※）を、地区と対話しながら進める。",
        "bullet -: 地区は、令和7年度（2025年度）までに点検を終える。",
        "note ※: 点検：目視、打音、触診（3種）",
        "paragraph : 具体的には・・・",
        "list_item ①: 目視は職員が行う。",
        "list_item ②: 打音は専門家が行う。",
        "paragraph : この打音の記録は、町民も閲覧できる。",
    ]


def test_items_strung_on_one_line_are_a_list_but_not_inside_a_sentence() -> None:
    assert blocks(parsed(), "公園づくりの原則") == [
        "note →: 4原則（公園憲章）",
        "list_item ①: 安全",
        "list_item ②: 公平・公正",
        "list_item ③: 清潔",
        "list_item ④: 静けさ・憩い",
    ]
    assert blocks(parsed(), "公園条例の改正に向けた基本方針の概要")[1] == (
        "bullet -: 改正の原則(①安全、②公平、③清潔)"
    )


def test_text_boxes_without_marks() -> None:
    assert blocks(parsed(), "国際交流の推進") == ["paragraph : 姉妹都市/海外の公園関連団体との連携"]
    assert blocks(parsed(), "安全の確保") == ["paragraph : 防犯灯/見守り"]
    assert blocks(parsed(), "造園業の育成") == ["paragraph : 小規模事業者の育成"]
    assert blocks(parsed(), "遊具の共同購入原則") == []


def test_labels_of_a_figure_are_no_heads() -> None:
    assert blocks(parsed(), "公園局の遊具")[3:] == [
        "paragraph : 990万円",
        "list_item : すべり台",
        "list_item : 大型ブランコ",
        "list_item : 木製ジャングルジム",
        "list_item : 砂場の囲い(SUNA)",
        "list_item : 登り棒",
        "list_item : シーソー",
    ]
    assert blocks(parsed(), "地区・公園局共同型")[0] == "paragraph : 地区と公園局が共同で点検"


def test_a_head_that_counts_the_lines_below_it() -> None:
    assert blocks(parsed(), "占用関係（3手続）※町の手続") == [
        "list_item : 占用の許可申請",
        "list_item : 占用の期間／面積変更の届出",
        "list_item : 占用の廃止届",
    ]


def test_a_timeline() -> None:
    assert blocks(parsed(), "R4.1月") == [
        "paragraph : 地区と連携し、方針を確定。",
        "note ※: 事務局が追加の洗い出しを実施",
        "note : 〔部会の設置〕",
        "paragraph : 地区による見直し⇒計画に反映",
        "paragraph : 課題がある遊具の洗い出し⇒部会で検討",
    ]
    assert blocks(parsed(), "R4.春") == ["paragraph : 条例⇒一括して改正"]


def test_converter_noise_is_furniture() -> None:
    document = parsed()
    assert [text[:21] for text in furniture(document, "caption")] == ["The screenshot shows "]
    assert furniture(document, "empty_bullet") == ["-"]
    assert furniture(document, "emphasis") == ["**", "**"]
    assert furniture(document, "head_bullet") == ["○"] * 4
    assert furniture(document, "contents")[0] == "【目次】"
    assert blocks(document, "画面の例のプリセットによる改善") == [
        "bullet -: 標準の様式を登録しています。",
        "  bullet -: 様式は編集できます。",
        "paragraph : 様式は町のHPにあります。<https://park.example.jp/form/index.html>",
    ]


def test_every_character_stands_once() -> None:
    assert not unaccounted(LINES, parsed())
    assert true_to_source(LINES, parsed())


def test_a_chapter_without_a_title_slide_is_known_from_the_contents_only() -> None:
    lines = ["目次", "1. 花壇\t・ ・ 2", "2. 温室\t・ ・ 5", "3. 池", "4. 石庭\t9", ""]
    lines += ["1. 花壇", "", "花壇の現状", "", "- 狭い。", "", "3. 池", "", "鯉を飼う。"]
    document = parse(lines)
    assert headings(document) == [
        "# chapter 1.|花壇",
        "## slide |花壇の現状",
        "# chapter 2.|温室?",
        "# chapter 3.|池",
        "# chapter 4.|石庭?",
    ]
    assert blocks(document, "池") == ["paragraph : 鯉を飼う。"]
    assert not unaccounted(lines, document)


def test_a_deck_without_a_contents_page() -> None:
    lines = ["花壇の現状と課題", "", "花壇は狭い。", "", "水やり", "", "- ・ 朝に行う"]
    document = parse(lines)
    assert headings(document) == ["# slide |花壇の現状と課題", "## item |水やり"]
    assert not unaccounted(lines, document)


def test_an_empty_text() -> None:
    assert headings(parse([])) == []
