/// The numbers behind one chart.
enum DataTableTemplate {
  static let text = """
    <section aria-labelledby="{{dataAnchor}}">
    <h3 id="{{dataAnchor}}">{{title}} <small>{{id}}</small></h3>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="{{captionAnchor}}">
    <table>
    <caption id="{{captionAnchor}}">{{caption}} <a href="{{link}}">Back to the chart</a></caption>
    {{{table}}}
    </table>
    </div>
    {{#spans}}
    <p class="note">Rules that mark several points: {{spans}}</p>
    {{/spans}}
    {{#parts}}
    <section aria-labelledby="{{anchor}}">
    <h4 id="{{anchor}}">{{heading}}</h4>
    {{#sheets}}
    <div class="scroll" role="region" tabindex="0" aria-labelledby="{{captionAnchor}}">
    <table>
    <caption id="{{captionAnchor}}">{{caption}}</caption>
    {{{table}}}
    </table>
    </div>
    {{/sheets}}
    </section>
    {{/parts}}
    </section>

    """
}
