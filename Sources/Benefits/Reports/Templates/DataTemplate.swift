/// The numbers behind the charts of a page.
enum DataTemplate {
  static let text = """
    <section class="data" aria-labelledby="data">
    <h2 id="data">Data</h2>
    {{#hasTables}}
    <p>The numbers behind every chart. Where a number is suppressed, its parts are too.{{#dataFolder}} The same numbers as CSV files: <a href="{{dataFolder}}">{{dataFolder}}</a>.{{/dataFolder}}</p>
    {{/hasTables}}
    {{^hasTables}}
    <p>Nothing is recorded yet.</p>
    {{/hasTables}}
    {{{tables}}}
    </section>

    """
}
