"""Words for made-up editions: titles, sentences and notes about forests, libraries and birds."""

from __future__ import annotations

import random
import re

TITLES = (
    "森の手入れと木材の利用",
    "図書館の開館時間の見直し",
    "渡り鳥の観察と記録",
    "湖の水質の測定",
    "山小屋の改修",
    "子どもの自然体験の機会の拡充",
    "古い地図の保管",
    "公園の樹木の植え替え",
    "船着き場の灯りの点検",
    "博物館の展示の更新",
    "川岸の散歩道の整備",
    "移動図書館の運行",
    "温室の暖房の省エネルギー化",
    "標本の収集と公開",
    "読書会の開催の支援",
    "野草の名札の設置",
    "鐘楼の修理",
    "牧場の柵の取替え",
    "貸出しの手続の簡素化",
    "観察小屋の利用者の安全確保",
    "書庫の湿度の管理",
    "巣箱の設置と見回り",
    "雪道の除雪の体制",
    "案内板の多言語化",
    "水車小屋の保存",
    "苗木の配布",
    "点字の本の製作",
    "灯台の一般公開",
    "ため池の生き物の調査",
    "郷土資料の電子化",
    "養蜂の普及",
    "星空の観察会の実施",
)
_SENTENCES = (
    "森では、下草を刈り、倒れた木を片付け、歩く人が道に迷わないように目印を付ける",
    "図書館は、朝早く働く人のために開館を一時間早め、夜は九時まで灯りをともす",
    "渡り鳥の数は、十月から三月まで毎週日曜日の朝に数え、帳面に書き留める",
    "湖の水は、三つの地点で採り、濁りと温度と水草の量を調べて町の広場に掲げる",
    "山小屋の屋根は雪の重みで傷んでいるため、夏のうちに板を張り替える",
    "巣箱は、実のなる木の近くに掛け、雛が巣立つまでは近寄らないよう呼び掛ける",
    "古い地図は、湿気を避けて木箱に納め、写しを閲覧室に置く",
    "船着き場の灯りは、日の入りの前に点し、霧の深い晩には鐘も鳴らす",
    "苗木は、春と秋の二回、希望する家に三本ずつ配る",
    "移動図書館の車は、山あいの集落を月に二回巡り、頼まれた本を届ける",
    "水車小屋では、粉をひく様子を子どもたちに見せ、昔の暮らしを伝える",
    "博物館の展示は、季節ごとに入れ替え、説明の札を分かりやすい言葉に改める",
    "温室の暖房には、間伐した木のチップを用い、煙の量を毎月測る",
    "牧場の柵は、鹿に破られた所から順に取り替え、費用は町と農家が半分ずつ負担する",
    "読書会は、誰でも参加できることとし、会場の椅子と本は図書館が用意する",
    "雪道の除雪は、学校へ続く道から始め、七時までに終える",
    "標本には、採った人、場所及び日付を記した札を付け、目録を公開する",
    "灯台は、年に四回、一般に公開し、階段の混み具合を入口に示す",
    "養蜂を始める人には、道具を一年間貸し出し、経験者が巣の扱いを教える",
    "星空の観察会は、新月の夜に開き、望遠鏡の使い方を教える係を置く",
    "点字の本は、協力者が二人一組で作り、読み合わせをしてから棚に並べる",
    "ため池の水を抜くときは、魚と貝を別の池に移し、数を記録する",
)
_LINKS = ("また、", "さらに、", "このため、", "加えて、", "一方で、", "その上で、")
_NOTES = (
    "観察の手引（第三版）による。",
    "本を借りる人の数は、窓口で数えたものである。",
    "湖と川の水の温度を測る道具。",
    "山あいの集落とは、駅から二里より遠い所をいう。",
    "鳥の名は、図鑑の順に並べた",
    "苗木を育てる畑",
    "https://example.jp/forest/guide.html",
    "間伐とは、混み合った木を間引くことをいい、残った木が太く育つようにするために行う。切った木は"
    "運び出して薪や紙の原料にするほか、山の道の階段や橋の手すりにも用いる。",
    "町の広場に掲げる板の写しを、図書館の閲覧室でも見ることができる。",
    "目録は毎年改める",
)


class MadeUpWords:
    """Gives words in an order of its own; the same seed gives the same."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._titles = list(TITLES)
        self._random.shuffle(self._titles)
        self._count = 0

    def title(self) -> str:
        """Return a title that no other heading has."""
        self._count += 1
        turn, place = divmod(self._count - 1, len(self._titles))
        return self._titles[place] + ("", "の続き", "の見通し", "の費用", "の記録")[turn]

    def paragraph(self, sentences: int = 3, *, mark: str = "", digits: bool = False) -> str:
        """Return sentences, of which one has ``mark`` in it."""
        chosen = self._random.sample(_SENTENCES, sentences)
        texts = [
            (self._random.choice(_LINKS) if number else "") + sentence + "。"
            for number, sentence in enumerate(chosen)
        ]
        if mark:
            place = self._random.randrange(len(texts))
            texts[place] = texts[place].replace("、", mark + "、", 1)
        text = "".join(texts)
        return re.sub("三", "3", text) if digits else text

    def phrase(self) -> str:
        """Return an item of a list."""
        return self._random.choice(_SENTENCES) + "。"

    def note(self, number: int) -> str:
        """Return the text of a note."""
        return _NOTES[number % len(_NOTES)]
