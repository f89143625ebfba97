using System.Security.Cryptography;
using System.Text;

namespace CtVoice.Language.Mime;

/// <summary>One walk over the parts of a mail.</summary>
internal sealed class PartsWalk
{
    private const int MaxDepth = 8;
    private const int MaxParts = 100;
    private const int MaxText = 1024 * 1024;

    private int parts;
    private bool holdsLocked;
    private (string? Text, string? Html) packed;

    internal StringBuilder Text { get; } = new();

    internal StringBuilder Html { get; } = new();

    internal List<MimeAttachment> Attachments { get; } = [];

    internal string? DeliveryStatus { get; private set; }

    internal string? FeedbackReport { get; private set; }

    internal MimeHeaders? Returned { get; private set; }

    internal bool Cut { get; set; }

    internal bool Locked { get; private set; }

    private bool Shows => Visible.In(Text.ToString()) || Visible.In(Html.ToString());

    /// <summary>A file that may hold the mail itself: what was signed is read as if it stood there.</summary>
    internal void Open(Wrapping wrapping, byte[] content, int depth)
    {
        switch (wrapping)
        {
            // Below words of the writer's own it is a file like any other.
            case Wrapping.Smime when !Shows && SignedMail.Content(content) is { } signed:
                var raw = Encoding.Latin1.GetString(signed);
                var (headers, body) = MimeReader.ReadHeaders(raw, 0, raw.Length);
                Visit(raw, headers, body, raw.Length, depth + 1, alternative: false);
                break;
            case Wrapping.Outlook:
                packed = OutlookMail.Read(content);
                break;
            case Wrapping.Protected:
                Locked = true;
                break;
            case Wrapping.Smime or Wrapping.Encrypted:
                holdsLocked = true;
                break;
        }
    }

    /// <summary>Once all parts were seen: what Outlook packed counts where nothing else is shown,
    /// and so does what nobody can open.</summary>
    internal void Unpack()
    {
        if (Shows)
            return;
        Append(Text, packed.Text ?? "", "\n");
        Append(Html, packed.Html ?? "", "<br>\n");
        Locked |= holdsLocked;
    }

    internal void Visit(string raw, MimeHeaders headers, int start, int end, int depth, bool alternative)
    {
        if (++parts > MaxParts || depth > MaxDepth)
        {
            Cut = true;
            return;
        }

        var type = ContentType.Parse(headers["Content-Type"]);
        if (type.Media.StartsWith("multipart/", StringComparison.Ordinal) && type.Parameter("boundary") is { Length: > 0 } boundary)
        {
            foreach (var (from, to) in Split(raw, start, end, boundary))
            {
                var (inner, body) = MimeReader.ReadHeaders(raw, from, to);
                Visit(raw, inner, Math.Min(body, to), to, depth + 1, alternative || type.Media == "multipart/alternative");
            }

            return;
        }

        var disposition = ContentType.Parse(headers["Content-Disposition"], fallback: "inline");
        var name = disposition.Parameter("filename") ?? type.Parameter("name");
        var attached = disposition.Media == "attachment" || (name is not null && !type.Media.StartsWith("text/", StringComparison.Ordinal));
        switch (type.Media)
        {
            case "message/rfc822" or "message/global" or "text/rfc822-headers" or "message/rfc822-headers":
                var content = Transfer.Decode(headers["Content-Transfer-Encoding"], raw, start, end);
                Returned ??= MimeReader.ReadHeaders(Encoding.Latin1.GetString(content), 0, content.Length).Headers;
                Attach(name, type.Media, content);
                return;
            case "message/delivery-status" or "message/global-delivery-status":
                DeliveryStatus ??= Decoded(headers, type, raw, start, end);
                return;
            case "message/feedback-report":
                FeedbackReport ??= Decoded(headers, type, raw, start, end);
                return;
            case "text/html" when !attached:
                Append(Html, Decoded(headers, type, raw, start, end), "<br>\n");
                return;
            case "text/plain" or "text" or "text/enriched" or "text/x-amp-html" or "multipart/alternative" or "multipart/mixed"
                or "multipart/related" when !attached:
                if (type.Media == "text/x-amp-html")
                    return;
                var text = Decoded(headers, type, raw, start, end);
                if (string.Equals(type.Parameter("format"), "flowed", StringComparison.OrdinalIgnoreCase))
                    text = Flowed.Join(text, string.Equals(type.Parameter("delsp"), "yes", StringComparison.OrdinalIgnoreCase));
                Append(Text, text, "\n");
                return;
            default:
                var file = Transfer.Decode(headers["Content-Transfer-Encoding"], raw, start, end);
                Attach(name, type.Media, file);
                Open(Wrapped.Of(name, type.Media), file, depth);
                return;
        }
    }

    private static string Decoded(MimeHeaders headers, ContentType type, string raw, int start, int end) =>
        Charsets.Decode(type.Parameter("charset"), Transfer.Decode(headers["Content-Transfer-Encoding"], raw, start, end))
            .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private void Append(StringBuilder to, string text, string between)
    {
        if (to.Length > 0)
            to.Append(between);
        var room = MaxText - to.Length;
        Cut |= text.Length > room;
        to.Append(text, 0, Math.Clamp(room, 0, text.Length));
    }

    private void Attach(string? name, string media, byte[] content)
    {
        if (content.Length > 0)
            Attachments.Add(new MimeAttachment(name, media, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    /// <summary>The parts between boundary lines; the last one may lack its end, as in a cut mail.</summary>
    private IEnumerable<(int From, int To)> Split(string raw, int start, int end, string boundary)
    {
        var mark = "--" + boundary;
        var from = -1;
        var at = start;
        var found = 0;
        while (at < end && found <= MaxParts)
        {
            var hit = raw.IndexOf(mark, at, end - at, StringComparison.Ordinal);
            if (hit < 0)
                break;
            at = hit + mark.Length;
            if (hit != start && raw[hit - 1] != '\n')
                continue;
            var closing = at + 1 < end && raw[at] == '-' && raw[at + 1] == '-';
            var lineEnd = raw.IndexOf('\n', at, end - at);
            lineEnd = lineEnd < 0 ? end : lineEnd;
            if (!closing && raw.AsSpan(at, lineEnd - at).Trim(" \t\r").Length > 0)
                continue; // A longer boundary that begins with this one.
            if (from >= 0)
            {
                found++;
                yield return (from, Math.Max(from, hit - 1));
            }

            from = closing ? -1 : Math.Min(lineEnd + 1, end);
            at = Math.Min(lineEnd + 1, end);
            if (closing)
                yield break;
        }

        if (found > MaxParts)
            Cut = true;
        if (from >= 0)
            yield return (from, end);
        else if (found == 0)
            yield return (start, end); // No boundary at all: better one part than nothing.
    }
}
