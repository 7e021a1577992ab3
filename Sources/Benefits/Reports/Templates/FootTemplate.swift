/// The foot of every page.
enum FootTemplate {
  static let text = """
    <footer>
    <p>{{#organisation}}{{organisation}}. {{/organisation}}{{title}}, benefits on {{asOf}}. Made by {{tool}} from entry {{entry}}; the same data gives the same report.</p>
    </footer>
    </body>
    </html>

    """
}
