using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CtVoice.Language.Email;

/// <summary>The text of an HTML mail as its reader sees it, quotes marked with <c>&gt;</c> as in a plain-text mail.</summary>
internal static class HtmlText
{
    /// <summary>Above these sizes the document is not built: nested markup of hostile size would cost more than linear time.</summary>
    private const int MaxLength = 400_000;
    private const int MaxTags = 12_000;
    private const int MaxOpen = 600;

    /// <summary>What a parser needs is found once a thread: that takes as long as to read a mail.</summary>
    [ThreadStatic]
    private static HtmlParser? parser;

    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase)
        { "script", "style", "head", "title", "template", "noscript", "object", "svg", "math", "select", "textarea", "iframe" };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "div", "p", "ul", "ol", "li", "table", "tr", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr", "section", "article",
        "header", "footer", "center", "address", "dl", "dt", "dd", "form", "fieldset", "main", "aside", "nav", "body", "tbody", "thead",
        "figure",
    };

    private static readonly string[] SignatureNames =
        ["gmail_signature", "moz-signature", "protonmail_signature_block", "ms-outlook-mobile-signature", "applemailsignature", "signature",
            "ymail_android_signature", "zm_signature", "mail_android_signature", "android_signature", "signature-block",
            "elementtoproof_signature", "tutanota_signature", "composer_signature"];

    private static readonly string[] EarlierNames =
        ["appendonsend", "divrplyfwdmsg", PerhapsEmpty, "yahoo_quoted", "ymail_quoted",
            "protonmail_quote", "tutanota_quote", "zmail_extra", "ydp-yahoo-quoted", "replysplit", "olk_src_body_section", "stopspelling",
            "original-message", "composequotedmessage", "ms-outlook-mobile-reference-message"];

    /// <summary>Outlook for phones marks the earlier mail so, or leaves the mark empty above what is typed.</summary>
    private const string PerhapsEmpty = "mail-editor-reference-message-container";

    private static readonly string[] EmptyNames = [PerhapsEmpty];

    /// <summary>What parts the names of classes (HTML Living Standard, section 2.3.7).</summary>
    private static readonly char[] Spaces = [' ', '\t', '\n', '\f', '\r'];

    private static readonly string[] IntroductionNames =
        ["gmail_attr", "moz-cite-prefix", "moz-email-headers-table", "yahoo_quoted_header", "iosymail_quote_header"];

    /// <summary>Reads HTML of any size and shape.</summary>
    internal static string Of(string html)
    {
        if (html.Length == 0)
            return "";
        html = Marks.Remove(html);
        if (html.Length > MaxLength || !Modest(html))
            return Stripped(html);
        var document = (parser ??= new()).ParseDocument(html);
        return document.Body is { } body ? Walk(body) : "";
    }

    /// <summary>Whether the markup is of a size that people's mails have.</summary>
    private static bool Modest(string html)
    {
        var tags = 0;
        var open = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
        {
            if (++tags > MaxTags)
                return false;
            var next = at + 1 < html.Length ? html[at + 1] : ' ';
            if (next == '/')
                open--;
            else if (char.IsAsciiLetter(next) && !Void(html.AsSpan(at + 1)))
                open++;
            if (open > MaxOpen)
                return false;
        }

        return true;
    }

    private static bool Void(ReadOnlySpan<char> tag) =>
        tag.StartsWith("br", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("img", StringComparison.OrdinalIgnoreCase)
            || tag.StartsWith("hr", StringComparison.OrdinalIgnoreCase)
        || tag.StartsWith("meta", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("link", StringComparison.OrdinalIgnoreCase)
        || tag.StartsWith("p>", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("p ", StringComparison.OrdinalIgnoreCase)
        || tag.StartsWith("li", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("td", StringComparison.OrdinalIgnoreCase);

    private static string Walk(IElement body)
    {
        var lines = new Lines();
        INode? node = body;
        var entering = true;
        while (node is not null)
        {
            if (entering)
            {
                var descend = Enter(node, lines);
                if (descend && node.FirstChild is { } child)
                {
                    node = child;
                    continue;
                }

                if (descend)
                    Leave(node, lines);
            }
            else
            {
                Leave(node, lines);
            }

            if (ReferenceEquals(node, body))
                break;
            if (node.NextSibling is { } sibling)
            {
                node = sibling;
                entering = true;
            }
            else
            {
                node = node.Parent;
                entering = false;
            }
        }

        return lines.ToString();
    }

    private static bool Enter(INode node, Lines lines)
    {
        if (node is IText text)
        {
            lines.Text(text.Data, Preserves(text.ParentElement));
            return false;
        }

        if (node is not IElement element || Hidden.Contains(element.LocalName) || Invisible(element))
            return false;
        if (element.LocalName == "br")
        {
            lines.Break();
            return false;
        }

        if (Blocks.Contains(element.LocalName))
            lines.Fresh();
        if (element.LocalName is "td" or "th" && element.PreviousElementSibling is not null)
            lines.Text(" ", preserved: false);
        if (element.LocalName == "li")
            lines.Text(element.ParentElement?.LocalName == "ol" ? $"{element.Index() + 1}. " : "- ", preserved: true);
        if (Quotes(element))
            lines.Quote(1);
        if (Named(element, EarlierNames) && !(Named(element, EmptyNames) && string.IsNullOrWhiteSpace(element.TextContent)))
            lines.Earlier();
        if (Named(element, SignatureNames))
            lines.Mark(Marks.Signature);
        else if (Named(element, IntroductionNames))
            lines.Mark(Marks.Introduction);
        return true;
    }

    private static void Leave(INode node, Lines lines)
    {
        if (node is not IElement element)
            return;
        if (Blocks.Contains(element.LocalName))
            lines.Fresh();
        if (element.LocalName == "p" || element.LocalName.StartsWith('h') && element.LocalName.Length == 2 && element.LocalName != "hr")
            lines.Paragraph();
        if (Quotes(element))
            lines.Quote(-1);
        if (Named(element, SignatureNames) || Named(element, IntroductionNames))
            lines.Mark(null);
    }

    /// <summary>A quote, and not the indent that some editors write as a blockquote without a border.</summary>
    private static bool Quotes(IElement element)
    {
        if (element.LocalName != "blockquote")
            return false;
        var style = element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        var marked = element.HasAttribute("type") || element.HasAttribute("cite")
            || (element.ClassName?.Contains("quote", StringComparison.OrdinalIgnoreCase) ?? false);
        return marked || !style.Contains("border:none", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Named(IElement element, string[] names)
    {
        if (element.Id is { Length: > 0 } id && names.Contains(Name(id)))
            return true;
        return (element.ClassName is { Length: > 0 } classes
                && Array.Exists(classes.Split(Spaces, StringSplitOptions.RemoveEmptyEntries),
                    name => names.Contains(Name(name))))
            || (names == SignatureNames && element.GetAttribute("data-smartmail") == "gmail_signature");
    }

    /// <summary>In small letters, without what Outlook puts before the names of other programs.</summary>
    private static string Name(string name) =>
        name.StartsWith("x_", StringComparison.OrdinalIgnoreCase) ? name[2..].ToLowerInvariant() : name.ToLowerInvariant();

    private static bool Invisible(IElement element)
    {
        if (element.HasAttribute("hidden"))
            return true;
        var style = element.GetAttribute("style");
        return style is not null && style.Replace(" ", "", StringComparison.Ordinal) is var plain
            && (plain.Contains("display:none", StringComparison.OrdinalIgnoreCase)
                || plain.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase));
    }

    private static bool Preserves(IElement? element)
    {
        for (var depth = 0; element is not null && depth < 6; element = element.ParentElement, depth++)
        {
            if (element.LocalName == "pre"
                || (element.GetAttribute("style")?.Contains("pre-wrap", StringComparison.OrdinalIgnoreCase) ?? false))
                return true;
        }

        return false;
    }

    /// <summary>For markup of hostile size: tags out, line ends at block tags, in one pass.</summary>
    private static string Stripped(string html)
    {
        var text = new StringBuilder();
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
                open = html.Length;
            text.Append(html, at, open - at);
            if (open == html.Length)
                break;
            var close = html.IndexOf('>', open);
            if (close < 0)
                break;
            var tag = html.AsSpan(open + 1, close - open - 1).TrimStart('/');
            var name = tag[..Math.Max(0, tag.IndexOfAny(" /\t\r\n") is var end and >= 0 ? end : tag.Length)];
            if (name.Length <= 10 && (Blocks.Contains(name.ToString()) || name.Equals("br", StringComparison.OrdinalIgnoreCase)))
                text.Append('\n');
            at = close + 1;
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    /// <summary>Lines as they grow: collapsed white space, quote depth and marks at their start.</summary>
    private sealed class Lines
    {
        private readonly StringBuilder all = new();
        private readonly StringBuilder line = new();
        private int depth;
        private char? mark;
        private bool blank;

        internal void Text(string text, bool preserved)
        {
            foreach (var c in text)
            {
                if (preserved && c == '\n')
                    Break();
                else if (c is ' ' or '\t' or '\n' or '\r')
                {
                    if (preserved || (line.Length > 0 && line[^1] != ' '))
                        line.Append(' ');
                }
                else
                    line.Append(c == '\u00A0' ? ' ' : c);
            }
        }

        /// <summary>Ends the line, also an empty one.</summary>
        internal void Break()
        {
            var text = line.ToString().TrimEnd();
            if (all.Length > 0 && blank)
                all.Append('>', depth).Append('\n');
            blank = false;
            if (depth > 0)
                all.Append('>', depth).Append(' ');
            else if (mark is { } sign && text.Length > 0)
                all.Append(sign);
            all.Append(text).Append('\n');
            line.Clear();
        }

        /// <summary>Ends the line when there is something in it.</summary>
        internal void Fresh()
        {
            if (line.ToString().AsSpan().Trim().Length > 0)
                Break();
            else
                line.Clear();
        }

        /// <summary>An empty line before whatever comes next.</summary>
        internal void Paragraph() => blank = all.Length > 0;

        internal void Quote(int change)
        {
            Fresh();
            depth = Math.Clamp(depth + change, 0, 32);
        }

        internal void Mark(char? sign)
        {
            Fresh();
            mark = sign;
        }

        internal void Earlier()
        {
            Fresh();
            if (depth == 0)
                all.Append(Marks.Earlier).Append('\n');
        }

        public override string ToString()
        {
            Fresh();
            return all.ToString();
        }
    }
}
