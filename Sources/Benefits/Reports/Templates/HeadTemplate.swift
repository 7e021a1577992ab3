/// The head of every page, up to the link that skips to its content.
enum HeadTemplate {
  static let text = """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
    <meta name="generator" content="{{tool}}"/>
    {{#pageMark}}
    {{{pageMark}}}
    {{/pageMark}}
    <title>{{#pageTitle}}{{pageTitle}}, {{/pageTitle}}{{title}}: benefits on {{asOf}}</title>
    <style>
    {{> style}}
    {{{chartStyle}}}
    </style>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the report</a>

    """
}
