using System.Security.Cryptography;
using System.Text;
using CtVoice.Language.Matching;

namespace CtVoice.Language.Mime;

/// <summary>
/// A small reader of mails (RFC 5322, 2045-2047, 2231, 3676, 6522). It reads what people's mail programs really send: broken
/// boundaries, missing headers, wrong character sets and cut bodies give the most readable text there is, never an error.
/// </summary>
/// <remarks>Bounded: see the constants. Time is linear in the size of the mail (times the depth limit).</remarks>
public static class MimeReader
{
    /// <summary>Bytes looked at; what lies beyond is left out and <see cref="MimeMail.Cut"/> says so.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private const int MaxDepth = 8;
    private const int MaxParts = 100;
    private const int MaxFields = 400;
    private const int MaxFieldLength = 16_384;
    private const int MaxText = 1024 * 1024;

    /// <summary>Reads a raw mail.</summary>
    public static MimeMail Read(ReadOnlySpan<byte> raw)
    {
        var cut = raw.Length > MaxBytes;
        var text = Encoding.Latin1.GetString(cut ? raw[..MaxBytes] : raw);
        var walk = new Walk { Cut = cut };
        var start = SkipEnvelope(text);
        var (headers, body) = ReadHeaders(text, start, text.Length);
        var type = ContentType.Parse(headers["Content-Type"]);
        walk.Visit(text, headers, body, text.Length, depth: 0, alternative: false);
        walk.Unpack();
        return new MimeMail(
            headers,
            walk.Text.Length > 0 ? walk.Text.ToString() : null,
            walk.Html.Length > 0 ? walk.Html.ToString() : null,
            type.Media,
            type.Parameter("report-type")?.ToLowerInvariant(),
            walk.DeliveryStatus,
            walk.FeedbackReport,
            walk.Returned,
            walk.Attachments,
            walk.Cut)
        {
            Locked = walk.Locked,
        };
    }

    /// <summary>A mail that arrived in parsed fields, as some webhooks deliver it.</summary>
    /// <param name="headers">Its header fields, raw text of one field a line, folded or not; may be empty.</param>
    /// <param name="text">Its plain text, or null.</param>
    /// <param name="html">Its HTML, or null.</param>
    public static MimeMail FromFields(string headers, string? text, string? html)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var (fields, _) = ReadHeaders(headers, 0, headers.Length);
        var type = ContentType.Parse(fields["Content-Type"]);
        return new MimeMail(fields, text, html, type.Media, type.Parameter("report-type")?.ToLowerInvariant(), null, null, null, [], Cut: false);
    }

    /// <summary>Whether a file that came beside the fields of a mail may hold the mail itself: signed, encrypted, or packed by Outlook.</summary>
    public static bool MayHoldMail(string? name, string? contentType) => Wrapped.Of(name, ContentType.Parse(contentType, "").Media) is not Wrapping.None;

    /// <summary>A mail with what such a file holds, where its own fields show nothing.</summary>
    public static MimeMail Opened(MimeMail mail, string? name, string? contentType, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(content);
        var walk = new Walk();
        walk.Text.Append(mail.Text);
        walk.Html.Append(mail.Html);
        walk.Open(Wrapped.Of(name, ContentType.Parse(contentType, "").Media), content.Length > MaxBytes ? content[..MaxBytes] : content, depth: 0);
        walk.Unpack();
        return mail with
        {
            Text = walk.Text.Length > 0 ? walk.Text.ToString() : mail.Text,
            Html = walk.Html.Length > 0 ? walk.Html.ToString() : mail.Html,
            Locked = mail.Locked || walk.Locked,
        };
    }

    /// <summary>Whether bytes look like a raw mail and not like the bare text of one.</summary>
    public static bool LooksLikeMail(ReadOnlySpan<byte> raw)
    {
        var head = Encoding.Latin1.GetString(raw.Length > 65_536 ? raw[..65_536] : raw);
        var (headers, body) = ReadHeaders(head, SkipEnvelope(head), head.Length);
        if (body == 0)
            return false;
        string[] telling = ["Message-ID", "MIME-Version", "Return-Path", "Delivered-To", "Content-Type", "Content-Transfer-Encoding", "DKIM-Signature", "Auto-Submitted", "In-Reply-To", "X-Mailer"];
        if (telling.Any(headers.Has) || (headers["Received"] is { } trace && trace.Contains(';', StringComparison.Ordinal)))
            return true;

        // People type "From: all of us / To: whoever turned off the heating", and copy what their program shows of a mail.
        return headers["From"]?.Contains('@', StringComparison.Ordinal) == true && headers.Has("Subject") && !headers.Has("Sent")
            && (headers["Date"] is { } date ? Moment.IsMatch(date) : headers["To"]?.Contains('@', StringComparison.Ordinal) == true);
    }

    /// <summary>A date as mails carry it (RFC 5322 section 3.3): "14 Mar 2017 19:41".</summary>
    private static readonly Expression Moment = new(@"\b[0-9]{1,2} [A-Z][a-z]{2} [0-9]{2,4} [0-9]{1,2}:[0-9]{2}");

    internal static (MimeHeaders Headers, int Body) ReadHeaders(string text, int start, int end)
    {
        var fields = new List<MimeHeader>();
        var at = start;
        StringBuilder? value = null;
        string? name = null;
        void Finish()
        {
            if (name is not null && fields.Count < MaxFields)
                fields.Add(new MimeHeader(name, EncodedWords.Decode(Charsets.Undeclared(value!.ToString()))));
            name = null;
        }

        while (at < end)
        {
            var lineEnd = text.IndexOf('\n', at, end - at);
            if (lineEnd < 0)
                lineEnd = end;
            var line = text.AsSpan(at, lineEnd - at).TrimEnd('\r');
            if (line.Length == 0)
            {
                Finish();
                return (new MimeHeaders(fields), Math.Min(lineEnd + 1, end));
            }

            if (line[0] is ' ' or '\t')
            {
                if (name is null && fields.Count == 0)
                    return (new MimeHeaders(fields), start);
                if (name is not null && value!.Length < MaxFieldLength)
                    value.Append(' ').Append(line.Trim());
            }
            else
            {
                Finish();
                var colon = line.IndexOf(':');
                if (colon <= 0 || line[..colon].TrimEnd().IndexOfAnyExceptInRange('!', '~') >= 0)
                {
                    // No header line: the body begins here, with no empty line before it.
                    return (new MimeHeaders(fields), at);
                }

                name = line[..colon].TrimEnd().ToString();
                value = new StringBuilder(line[(colon + 1)..].Trim().ToString());
            }

            at = lineEnd + 1;
        }

        Finish();
        return (new MimeHeaders(fields), end);
    }

    /// <summary>Mail folders put a line "From sender date" before a mail.</summary>
    private static int SkipEnvelope(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] is '\r' or '\n' or '\u00EF' or '\u00BB' or '\u00BF')
            at++;
        if (string.CompareOrdinal(text, at, "From ", 0, 5) == 0 && text.IndexOf('\n', at) is var end and > 0)
            at = end + 1;
        return at;
    }

    /// <summary>One walk over the parts of a mail.</summary>
    private sealed class Walk
    {
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
                    var (headers, body) = ReadHeaders(raw, 0, raw.Length);
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

        /// <summary>Once all parts were seen: what Outlook packed counts where nothing else is shown, and so does what nobody can open.</summary>
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
                    var (inner, body) = ReadHeaders(raw, from, to);
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
                    Returned ??= ReadHeaders(Encoding.Latin1.GetString(content), 0, content.Length).Headers;
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
                case "text/plain" or "text" or "text/enriched" or "text/x-amp-html" or "multipart/alternative" or "multipart/mixed" or "multipart/related" when !attached:
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
            Charsets.Decode(type.Parameter("charset"), Transfer.Decode(headers["Content-Transfer-Encoding"], raw, start, end)).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

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
}
