using System.Buffers.Binary;
using System.Diagnostics;
using System.Formats.Asn1;
using System.Text;
using CtVoice.Language.Email;
using CtVoice.Language.Mime;

namespace CtVoice.Language.Tests.Mime;

/// <summary>Mails inside a file of another mail: signed, encrypted, packed by Outlook. What can be opened is read,
/// and what cannot says so.</summary>
public sealed class WrappedMailTests
{
    // "openssl cms -sign -nodetach -stream": lengths that are not known in advance.
    private const string SignedByOpenssl =
        "MIAGCSqGSIb3DQEHAqCAMIACAQExDTALBglghkgBZQMEAgEwgAYJKoZIhvcNAQcBoIAkgAR3Q29udGVudC1UeXBlOiB0ZXh0L3BsYWluOyBjaGFyc2V0PXV0" +
        "Zi04DQpDb250ZW50LVRyYW5zZmVyLUVuY29kaW5nOiBxdW90ZWQtcHJpbnRhYmxlDQoNCjIgc2luIG5vbWJyZXMsIHBvciBmYT1DMz1CMW9yDQoAAAAAAAAx" +
        "ggF1MIIBcQIBATAkMAwxCjAIBgNVBAMMAWECFG6ZK7QjhsyD70m9nZpA7t00QK6nMAsGCWCGSAFlAwQCAaCB5DAYBgkqhkiG9w0BCQMxCwYJKoZIhvcNAQcB" +
        "MBwGCSqGSIb3DQEJBTEPFw0yNjExMzAwMDE0MjNaMC8GCSqGSIb3DQEJBDEiBCCNveTDert+3VrnnBl+LD+kY27p6D6/gF1ksm1CYanMVjB5BgkqhkiG9w0B" +
        "CQ8xbDBqMAsGCWCGSAFlAwQBKjALBglghkgBZQMEARYwCwYJYIZIAWUDBAECMAoGCCqGSIb3DQMHMA4GCCqGSIb3DQMCAgIAgDANBggqhkiG9w0DAgIBQDAH" +
        "BgUrDgMCBzANBggqhkiG9w0DAgIBKDAKBggqhkjOPQQDAgRGMEQCICO0EHX4eGgZZYc3D+j4bxdVF00mXZxMCL4e/Ac1GSuMAiA4rogyVisEXdUgIkE5aXpK" +
        "Owqn+tc4SF/4b9WWUlzG4wAAAAAAAA==";

    private const string EncryptedByOpenssl =
        "MIIBgAYJKoZIhvcNAQcDoIIBcTCCAW0CAQIxgbehgbQCAQOgUaFPMAkGByqGSM49AgEDQgAEgxCA1aFVwOhHNP3t9tXE2QiuPUX27w5j+TrEYEDquVxQ3BuD" +
        "xsYT7Cyzyd9sZSKPLWmKeTVsDiF8HYL7/duG2TAYBgkrgQUQhkg/AAIwCwYJYIZIAWUDBAEFMEIwQDAkMAwxCjAIBgNVBAMMAWECFG6ZK7QjhsyD70m9nZpA" +
        "7t00QK6nBBiVQhC9srDB+OT8HscTFQwlq3BJAgZy5m4wga0GCSqGSIb3DQEHATAdBglghkgBZQMEAQIEEKpKToQ2KDeZ/qNTRPUd0/WAgYAojeaXJLOR49wd" +
        "vJeb8edowELflmtHR7Y7+PjpZwtYoQR43lOFPzneKuJ05MlmCG2S/cJtL3fxf4uoKLg4ksroztKQQQRECAzkeSoEyY21ivPOOdqsBgUG+6DToNbcVS2DTowN" +
        "afw1cGRLfPxZPVKij/twQjG66fi8T/rENwev4w==";

    private const string Inner = "Content-Type: text/plain; charset=utf-8\r\n\r\n2 sin apellidos, señor\r\n";

    // The example of MS-OXRTFCP section 4.1.
    private const string PackedByOutlook =
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0";

    [Theory]
    [InlineData("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m")]
    [InlineData("application/x-pkcs7-mime")]
    [InlineData("application/octet-stream; name=smime.p7m")]
    public void Signed_mail_is_read_as_if_it_stood_there(string type)
    {
        Assert.Equal("2 sin nombres, por fañor", Read(type, Convert.FromBase64String(SignedByOpenssl)).Reply);
        Assert.Equal((2, "2 sin apellidos, señor"),
            Read(type, Signed(Inner)) is var reading ? (reading.Choice!.Value, reading.Reply) : default);
    }

    [Fact]
    public void Signed_mail_inside_a_signed_mail_is_read_and_one_below_words_is_a_file()
    {
        var twice = $"Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: "
            + $"base64\r\n\r\n{Convert.ToBase64String(Signed(Inner))}\r\n";
        Assert.Equal("2 sin apellidos, señor", Read("application/pkcs7-mime", Signed(twice)).Reply);

        var mail = MimeReader.Read(Encoding.UTF8.GetBytes(
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee what she wrote.\r\n--b\r\nContent-Type: "
                + "application/pkcs7-mime; name=smime.p7m\r\n" +
            $"Content-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Signed(Inner))}\r\n--b--\r\n"));
        Assert.Equal("See what she wrote.", mail.Text!.Trim());
        Assert.False(mail.Locked);
    }

    [Theory]
    [InlineData("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\n{0}")]
    [InlineData("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\r\n\r\n--b\r\nContent-Type: "
        + "application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream; "
        + "name=encrypted.asc\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nabc\r\n-----END PGP MESSAGE-----\r\n--b--")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nDana sent you a protected message. 1. Sign in. 2. Read "
        + "it.\r\n--b\r\nContent-Type: application/x-microsoft-rpmsg-message; name=message.rpmsg\r\n\r\nabc\r\n--b--")]
    [InlineData("Content-Type: application/octet-stream; name=SMIME.P7M\r\n\r\nbroken")]
    public void Encrypted_mail_is_locked_and_a_notice_beside_it_is_nobodys_words(string mail)
    {
        var read = MimeReader.Read(Encoding.ASCII.GetBytes(string.Format(null, mail, EncryptedByOpenssl)));

        Assert.True(read.Locked);
        Assert.Equal((EmailKind.Answer, "", (int?)null),
            EmailReader.Read(read, EmailContext.Default) is var reading ? (reading.Kind, reading.Reply, reading.Choice) : default);
    }

    [Fact]
    public void Mail_that_Outlook_packed_gives_its_text_whatever_form_it_has()
    {
        const string rtf =
            @"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\*\generator X;}\pard 2 sin apellidos, se\'f1or\par Gracias, "
                + @"\u8220?Ana\u8221? {\b ya}\par}";

        Assert.Equal("1 sí", Outlook(Attribute(0x2800C, Latin("1 sí\0"))));
        Assert.Equal("1 está bien\nsí", Outlook(Properties(Property(0x1000001F, Encoding.Unicode.GetBytes("1 está bien\r\nsí\0")))));
        Assert.Equal("No, gracias",
            Outlook(Properties(Number(0x0E070003), Named(0x8005001E, Latin("x\0")), Property(0x1000001E, Latin("No, gracias\0")))));
        Assert.Equal("2 sin apellidos, señor\nGracias, “Ana” ya", Outlook(Properties(Property(0x10090102, Unpacked(Latin(rtf))))));
        Assert.Equal("hello world", Outlook(Properties(Property(0x10090102, Convert.FromHexString(PackedByOutlook)))));
        Assert.Equal("3 no way",
            Read("application/ms-tnef", Tnef(Properties(Property(0x10130102, Latin("<p>3 <b>no</b> way</p>"))))).Reply);
    }

    [Fact]
    public void Text_beside_what_Outlook_packed_is_read_once()
    {
        var mail = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n1 yes\r\n--b\r\nContent-Type: application/ms-tnef; "
            + "name=winmail.dat\r\n" +
            $"Content-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Tnef(Attribute(0x2800C, Latin("1 yes"))))}\r\n--b--\r\n";

        Assert.Equal("1 yes", EmailReader.Read(MimeReader.Read(Encoding.ASCII.GetBytes(mail)), EmailContext.Default).Reply);
    }

    [Fact]
    public void File_beside_the_fields_of_a_mail_is_opened_where_they_show_nothing()
    {
        var empty = MimeReader.FromFields("Subject: hello\n\n", "", null);
        var written = MimeReader.FromFields("Subject: hello\n\n", "3 no", null);

        Assert.True(MimeReader.MayHoldMail("winmail.dat", "application/octet-stream"));
        Assert.False(MimeReader.MayHoldMail("photo.jpg", "image/jpeg"));
        Assert.Equal("1 yes", MimeReader.Opened(empty, "winmail.dat", null, Tnef(Attribute(0x2800C, Latin("1 yes")))).Text);
        Assert.Equal("3 no", MimeReader.Opened(written, "winmail.dat", null, Tnef(Attribute(0x2800C, Latin("1 yes")))).Text);
        Assert.True(MimeReader.Opened(empty, "smime.p7m", "application/pkcs7-mime", Convert.FromBase64String(EncryptedByOpenssl)).Locked);
        Assert.False(
            MimeReader.Opened(written, "smime.p7m", "application/pkcs7-mime", Convert.FromBase64String(EncryptedByOpenssl)).Locked);
    }

    [Fact]
    public void Broken_and_hostile_files_give_what_there_is_and_cost_no_more_than_their_size()
    {
        byte[][] whole =
        [
            Signed(Inner), Convert.FromBase64String(SignedByOpenssl), Tnef(Properties(Property(0x1000001E, Latin("No\0")))),
            Tnef(Properties(Property(0x10090102, Convert.FromHexString(PackedByOutlook)))),
        ];
        var random = new Random(17);
        foreach (var file in whole)
        {
            for (var n = 0; n < 500; n++)
            {
                var mutant = file.ToArray();
                for (var k = random.Next(1, 5); k > 0; k--)
                    mutant[random.Next(mutant.Length)] = (byte)random.Next(256);
                foreach (var media in new[] { "application/pkcs7-mime", "application/ms-tnef" })
                    _ = Read(media, mutant[..random.Next(mutant.Length + 1)]);
            }
        }

        byte[] Filled(byte[] head, byte[] unit) => [.. head, .. Enumerable.Repeat(unit, 1024 * 1024 / unit.Length).SelectMany(u => u)];
        byte[][] hostile =
        [
            Filled([], [0x30, 0x80]), Filled([], [0x24, 0x80]), Filled([], [0xA0, 0x80]),
            Filled([0x30, 0x80, 6, 9, 42, 134, 72, 134, 247, 13, 1, 7, 2], [0xA0, 0x80]),
            Tnef(Properties(Property(0x10090102, Unpacked(Filled([], "{"u8.ToArray()))))),
            Tnef(Properties(Property(0x10090102, Unpacked(Filled([], "\\'e9{"u8.ToArray()))))),
            Tnef(Properties(Property(0x10090102, Unpacked(Filled([], "\\u8220?"u8.ToArray()))))),
            Tnef(Properties([.. Enumerable.Repeat(Number(0x0E070003), 100_000)])),
            Tnef(Properties(Filled([], [0xFF]))),
            Tnef(Properties(Property(0x10090102, Packed(Filled([], [0xFF, 0xCF, 0x0F, 0xCF, 0x0F, 0xCF, 0x0F, 0xCF, 0x0F]))))),
        ];
        foreach (var (n, file) in hostile.Index())
        {
            var watch = Stopwatch.StartNew();
            _ = MimeReader.Opened(MimeReader.FromFields("", null, null), n < 4 ? "smime.p7m" : "winmail.dat", null, file);
            Assert.True(watch.ElapsedMilliseconds < 2_000, $"Hostile file {n} took {watch.ElapsedMilliseconds} ms.");
        }
    }

    private static EmailReading Read(string type, byte[] file) => EmailReader.Read(
        MimeReader.Read(
            Encoding.ASCII.GetBytes($"MIME-Version: 1.0\r\nContent-Type: {type}\r\nContent-Transfer-Encoding: "
                + $"base64\r\n\r\n{Convert.ToBase64String(file)}\r\n")),
        EmailContext.Default);

    private static string Outlook(params byte[] attributes) => Read("application/ms-tnef; name=winmail.dat", Tnef(attributes)).Reply;

    /// <summary>CMS signed-data without a signature, which nobody looks at.</summary>
    private static byte[] Signed(string mail)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        var tag = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.113549.1.7.2");
            using (writer.PushSequence(tag))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                {
                }
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                    using (writer.PushSequence(tag))
                        writer.WriteOctetString(Encoding.UTF8.GetBytes(mail));
                }
                using (writer.PushSetOf())
                {
                }
            }
        }
        return writer.Encode();
    }

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Tnef(byte[] attributes) => [0x78, 0x9F, 0x3E, 0x22, 1, 0, .. attributes];

    private static byte[] Attribute(int id, byte[] content) => [1, .. Word(id), .. Word(content.Length), .. content, 0, 0];

    private static byte[] Properties(params byte[][] properties) =>
        Attribute(0x69003, [.. Word(properties.Length), .. properties.SelectMany(p => p)]);

    // Type and id as they stand: the type first.
    private static byte[] Tag(long tag) => [(byte)tag, (byte)(tag >> 8), (byte)(tag >> 16), (byte)(tag >> 24)];

    private static byte[] Property(long tag, byte[] value) => [.. Tag(tag), .. Word(1), .. Value(value)];

    private static byte[] Number(long tag) => [.. Tag(tag), .. Word(7)];

    private static byte[] Named(long tag, byte[] value) =>
        [.. Tag(tag), .. new byte[16], .. Word(1), .. Value(Encoding.Unicode.GetBytes("abc")), .. Word(1), .. Value(value)];

    private static byte[] Value(byte[] value) => [.. Word(value.Length), .. value, .. new byte[(4 - (value.Length % 4)) % 4]];

    private static byte[] Unpacked(byte[] rtf) => [.. Word(rtf.Length + 12), .. Word(rtf.Length), .. "MELA"u8, .. Word(0), .. rtf];

    private static byte[] Packed(byte[] body) => [.. Word(body.Length + 12), .. Word(int.MaxValue), .. "LZFu"u8, .. Word(0), .. body];

    private static byte[] Word(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
