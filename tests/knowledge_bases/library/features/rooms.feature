# language: ja
機能: 部屋は暖かい
  キーワードは日本語で書ける。文は phrases.yaml に日本語で加えられる。

  @ROO-01 @ROO-02
  ルール: どの部屋にも暖房がある

    背景:
      前提 図書館は開館している
      かつ 入口は開いている

    シナリオ: 静かな部屋だけが寒い
      前提 all rooms are warm
      かつ "rooms/quiet.heated" is false
      もし the project is reviewed
      ならば "ROO-01" is found for "rooms/quiet" with severity "minor"
      かつ "ROO-01" is not found for "rooms/adults"
      かつ "ROO-02" is not found

    シナリオ: 分館の主な部屋が寒い
      前提 all rooms are warm
      かつ the branches:
        | id     | main_room |
        | centre | quiet     |
      かつ "rooms/quiet.heated" is false
      もし the project is reviewed
      ならば "ROO-01" is found for "rooms/quiet" with severity "major"

    シナリオ: ほとんどの部屋が寒い
      前提 all rooms are warm
      かつ "rooms/quiet.heated" is false
      かつ "rooms/children.heated" is false
      もし the project is reviewed
      ならば "ROO-02" is found
      かつ "ROO-01" is not found for "rooms/quiet"

    シナリオ: だれも暖房を確かめていない
      もし the project is reviewed
      ならば "ROO-01" cannot be told yet for "rooms/adults"
      かつ "ROO-02" cannot be told yet
      かつ "rooms.*.heated" is asked about "rooms/adults"

  @ROO-03
  ルール: 子どもが遊べる

    シナリオテンプレート: おもちゃは<おもちゃ>、席は<席>
      前提 the children room has:
        | toys  | <おもちゃ> |
        | seats | <席>       |
      もし the project is reviewed
      ならば "ROO-03" is <結果>

      例:
        | おもちゃ | 席 | 結果      |
        | false    | 8  | found     |
        | true     | 8  | not found |
        | false    | 0  | not found |

    シナリオ: だれもおもちゃを探していない
      前提 "rooms/children.seats" is 8
      もし the project is reviewed
      ならば "ROO-03" cannot be told yet
      かつ "rooms.children.toys" is asked

  ルール: 過ごしやすい部屋が分かる

    シナリオ: 一つだけ暖かい
      前提 the adults room has:
        | heated | true |
        | seats  | 20   |
      もし the project is reviewed
      ならば "comfortable_rooms" is "adults"

    シナリオ: 何も分かっていない
      もし the project is reviewed
      ならば "comfortable_rooms" is undetermined
