"""A deck whose contents page lists its chapters only."""

from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.slides.parser import parse
from tests.conservation import true_to_source, unaccounted
from tests.made_up_deck import LINES
from tests.outlines import blocks, furniture, headings


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
