import BenefitsModel
import Testing

@Suite struct JSONValueTests {
  @Test func keysKeepTheirOrder() {
    let value: JSONValue = ["b": 1, "a": [true, nil, "x"], "c": [:]]
    #expect(value.text == #"{"b":1,"a":[true,null,"x"],"c":{}}"#)
  }

  @Test(arguments: [
    (0.1 + 0.2, "0.30000000000000004"), (3, "3"), (-0.0, "0"), (1e300, "1e+300"),
    (.nan, "null"), (-.infinity, "null"), (Double.leastNonzeroMagnitude, "5e-324"),
  ])
  func numbersReadBackTheSame(number: Double, expected: String) {
    #expect(JSONValue.number(number).text == expected)
  }

  @Test(arguments: [
    ("say \"hi\"", #""say \"hi\"""#), ("a\\b", #""a\\b""#), ("1\r\n2\t3", #""1\r\n2\t3""#),
    ("\u{0}\u{1b}[31m", #""\u0000\u001b[31m""#), ("\u{2028}", #""\u2028""#), ("£ é 👩‍⚕️", "\"£ é 👩‍⚕️\""),
  ])
  func textsAreEscaped(text: String, expected: String) {
    #expect(JSONValue.string(text).text == expected)
  }

  @Test func whatIsAbsentIsNull() {
    #expect(JSONValue(String?.none).text == "null")
    #expect(JSONValue(Double?.none).text == "null")
    #expect(JSONValue(Int?.none).text == "null")
    #expect(JSONValue(Bool?.none).text == "null")
  }

  @Test func indentedTextHasOneMemberALine() {
    let value: JSONValue = ["a": [1, 2], "b": [["c": nil]], "d": []]
    #expect(
      value.indentedText == """
        {
          "a": [1,2],
          "b": [
            {
              "c": null
            }
          ],
          "d": []
        }

        """)
  }
}
