using System.Text;
using MimeKit;
using MimeReader = CtVoice.Language.Mime.MimeReader;

namespace CtVoice.Language.Tests.Mime;

/// <summary>
/// Our reader against a well-kept library (docs/decisions/0013), on mails that the library itself wrote and so are well-formed: subjects
/// and names in any letters, texts in several transfer encodings and character sets, alternatives, attachments. Both must say the same.
/// </summary>
public sealed class MimeOracleTests
{
    private static readonly int Mails = Environment.GetEnvironmentVariable("CTVOICE_LONG") == "1" ? 20_000 : 600;

    private static readonly string[] Words =
    [
        "2", "yes", "no", "sí", "mañana", "¿está", "bien?", "Thanks,", "ñandú", "naïve", "—", "“quoted”", "👍🏽", "Привет", "你好", "مرحبا",
        "it's", "=20", "a=b", "<b>", "&amp;", "From here", ".", "..",
        "https://example.org/a?b=c&d=e",
        "a-very-long-word-without-any-break-that-goes-on-and-on-and-on-until-a-line-must-be-folded-somewhere", "-- ", ">", "\t",
    ];

    private static readonly ContentEncoding[] Encodings =
        [ContentEncoding.QuotedPrintable, ContentEncoding.Base64, ContentEncoding.EightBit];

    [Fact]
    public void Mails_that_the_library_writes_are_read_as_the_library_reads_them()
    {
        var random = new Random(20270111);
        for (var n = 0; n < Mails; n++)
        {
            var raw = Written(random);
            using var stream = new MemoryStream(raw);
            var theirs = MimeMessage.Load(stream);

            var ours = MimeReader.Read(raw);

            // Difference: where a field was folded ours has one blank, the library those that stood there.
            // Programs add and lose blanks there.
            Assert.Equal(Blanks(theirs.Subject), Blanks(ours.Headers["Subject"]));
            Assert.Equal(Lines(theirs.TextBody), Lines(ours.Text));
            Assert.Equal(Lines(theirs.HtmlBody), Lines(ours.Html));
            // Difference: a file in which nothing stands is one to the library, and nothing to us.
            Assert.Equal(
                theirs.Attachments.Where(Holds).Select(a => (a.ContentDisposition?.FileName, a.ContentType.MimeType.ToLowerInvariant())),
                ours.Attachments.Select(a => (a.Name, a.ContentType)));
        }
    }

    private static bool Holds(MimeEntity entity)
    {
        using var content = new MemoryStream();
        ((MimePart)entity).Content?.DecodeTo(content);
        return content.Length > 0;
    }

    private static byte[] Written(Random random)
    {
        var mail = new MimeMessage();
        mail.From.Add(new MailboxAddress(Some(random, 3), "a@example.org"));
        mail.To.Add(new MailboxAddress("Board", "b@example.org"));
        mail.Subject = Some(random, 12);
        var text = Part("plain", random);
        MimeEntity body = random.Next(3) switch
        {
            0 => text,
            1 => Part("html", random),
            _ => new MultipartAlternative { text, Part("html", random) },
        };
        if (random.Next(3) == 0)
        {
            var file = new MimePart("application", "octet-stream")
            {
                Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(Some(random, 20)))),
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment)
                { FileName = $"{random.Next(100)} año {random.Next(100)}.pdf" },
                ContentTransferEncoding = ContentEncoding.Base64,
            };
            body = new Multipart("mixed") { body, file };
        }
        mail.Body = body;
        using var written = new MemoryStream();
        mail.WriteTo(written);
        return written.ToArray();
    }

    private static TextPart Part(string kind, Random random)
    {
        var part = new TextPart(kind) { ContentTransferEncoding = Encodings[random.Next(Encodings.Length)] };
        var paragraphs = string.Join('\n', Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Some(random, 30)));
        part.SetText(Encoding.UTF8, kind == "html" ? $"<p>{paragraphs}</p>" : paragraphs);
        part.ContentTransferEncoding = random.Next(4) == 0 ? ContentEncoding.Base64 : part.ContentTransferEncoding;
        return part;
    }

    private static string Some(Random random, int most) =>
        string.Join(' ', Enumerable.Range(0, 1 + random.Next(most)).Select(_ => Words[random.Next(Words.Length)])).Trim();

    private static string? Blanks(string? text) =>
        text is null ? null : string.Join(' ', text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Lines without what a program may put or take at their end. Difference: a part in which nothing stands is an empty text to
    /// the library and no text to us, so that what stands in another part is read.</summary>
    private static string? Lines(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
            : string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).TrimEnd();
}
