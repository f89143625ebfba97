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

    private const int MaxFields = 400;
    private const int MaxFieldLength = 16_384;

    /// <summary>Reads a raw mail.</summary>
    public static MimeMail Read(ReadOnlySpan<byte> raw)
    {
        var cut = raw.Length > MaxBytes;
        var text = Encoding.Latin1.GetString(cut ? raw[..MaxBytes] : raw);
        var walk = new PartsWalk { Cut = cut };
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
        return new MimeMail(fields, text, html, type.Media, type.Parameter("report-type")
            ?.ToLowerInvariant(), null, null, null, [], Cut: false);
    }

    /// <summary>Whether a file that came beside the fields of a mail may hold the mail itself: signed, encrypted,
    /// or packed by Outlook.</summary>
    public static bool MayHoldMail(string? name, string? contentType) =>
        Wrapped.Of(name, ContentType.Parse(contentType, "").Media) is not Wrapping.None;

    /// <summary>A mail with what such a file holds, where its own fields show nothing.</summary>
    public static MimeMail Opened(MimeMail mail, string? name, string? contentType, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(content);
        var walk = new PartsWalk();
        walk.Text.Append(mail.Text);
        walk.Html.Append(mail.Html);
        walk.Open(Wrapped.Of(name, ContentType.Parse(contentType, "").Media), content.Length > MaxBytes ? content[..MaxBytes] : content,
            depth: 0);
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
        string[] telling =
            ["Message-ID", "MIME-Version", "Return-Path", "Delivered-To", "Content-Type", "Content-Transfer-Encoding", "DKIM-Signature",
                "Auto-Submitted", "In-Reply-To", "X-Mailer"];
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
}
