using System.Text;
using CtVoice.Language.Email;
using CtVoice.Language.Mime;

namespace CtVoice.Language.Tests.Email;

/// <summary>A mail of 1 MiB that was made to be slow.</summary>
/// <param name="Name">What it is made of, in words.</param>
/// <param name="Kind">Body, markup or structure.</param>
/// <param name="Unit">What is repeated.</param>
/// <param name="Head">What stands above it in a raw mail.</param>
internal sealed record HostileMail(string Name, HostilePart Kind, string Unit, string Head)
{
    private readonly Lazy<Action<int>> reader = new(() => Reader(Kind, Unit, Head));

    /// <summary>Reads as much of it, wholly.</summary>
    internal void Read(int size = HostileMails.Size) => reader.Value(size);

    public override string ToString() => Name;

    private static Action<int> Reader(HostilePart kind, string unit, string head)
    {
        var fill = HostileMails.Fill(unit);
        switch (kind)
        {
            case HostilePart.Body:
                var body = MimeReader.FromFields("", head + fill, null);
                return size => EmailReader.Read(size == HostileMails.Size ? body : MimeReader.FromFields("", (head + fill)[..size], null),
                    EmailContext.Default);
            case HostilePart.Markup:
                var markup = MimeReader.FromFields("", null, fill);
                return size => EmailReader.Read(size == HostileMails.Size ? markup : MimeReader.FromFields("", null, fill[..size]),
                    EmailContext.Default);
            default:
                var raw = Encoding.ASCII.GetBytes("MIME-Version: 1.0\n" + head + fill);
                return size => EmailReader.Read(raw.AsSpan(0, size), EmailContext.Default);
        }
    }
}

/// <summary>Where the hostile part of a mail stands.</summary>
internal enum HostilePart
{
    /// <summary>Its plain text.</summary>
    Body,

    /// <summary>Its HTML.</summary>
    Markup,

    /// <summary>Its header fields, parts or encoding.</summary>
    Structure,
}

/// <summary>Mails of 1 MiB, each of one short piece again and again: what costs a careless reader more than linear time.</summary>
internal static class HostileMails
{
    /// <summary>1 MiB.</summary>
    internal const int Size = 1024 * 1024;

    /// <summary>A mail of ordinary sentences, as large.</summary>
    internal static HostileMail Friendly { get; } = new("ordinary sentences", HostilePart.Body,
        "Dear Dana, I think this is a good idea, because it would save my family a lot of time and paper.\n", "");

    /// <summary>All of them.</summary>
    internal static HostileMail[] All => Every.Value;

    /// <summary>A piece again and again, up to 1 MiB.</summary>
    internal static string Fill(string unit) =>
        new StringBuilder(Size + unit.Length).Insert(0, unit, (Size / unit.Length) + 1).ToString(0, Size);

    private static readonly Lazy<HostileMail[]> Every = new(() => [.. Made()]);

    private static IEnumerable<HostileMail> Made()
    {
        foreach (var (name, unit) in Bodies)
            yield return new(name, HostilePart.Body, unit, "");
        yield return new("many lines of dashes above a long one", HostilePart.Body, "x ", string.Concat(Enumerable.Repeat("--\n\n", 60)));
        foreach (var unit in Markup)
            yield return new("markup " + unit, HostilePart.Markup, unit, "");
        foreach (var (name, head, unit) in Structures)
            yield return new(name, HostilePart.Structure, unit, head);
    }

    private static readonly (string Name, string Unit)[] Bodies =
    [
        ("one letter a line", "x\n"),
        ("empty lines", "\n"),
        ("one long line", "abc "),
        ("introductions that never end", "On Mon, Mar 4, 2024 at 10:11 AM Dana <d@example.org>\n"),
        ("introductions", "On Mon, Mar 4, 2024 at 10:11 AM Dana <d@example.org> wrote:\n> q\n"),
        ("lines that end in a colon", "On 4:\n"),
        ("header fields", "From: Dana\nTo: Maria\n"),
        ("field names", "From:\n"),
        ("quote marks", ">"),
        ("quoted lines", ">>> a\n"),
        ("signatures", "-- \n"),
        ("dashes", "--\n"),
        ("rules", "---------\n"),
        ("underscores", "_"),
        ("program lines", "Sent from my iPhone\n"),
        ("nearly program lines", "Sent from my heart to yours again and again\n\n"),
        ("disclaimers", "This email is confidential and intended solely for the recipient, delete it if you are not the addressee.\n\n"),
        ("footers of lists", "To unsubscribe from this group, go to http://groups.example.org\n\n"),
        ("nearly footers of lists", "To unsubscribe\n"),
        ("angle quotes", "<< a\n"),
        ("angle quotes below introductions", "On Mon, Mar 4, 2024 at 10:11 AM Dana <d@example.org> wrote:\n<< a\n"),
        ("signed messages", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n"),
        ("signatures of armour without an end", "-----BEGIN PGP SIGNATURE-----\nabc\n"),
        ("uuencoded files without an end", "begin 644 a\nM1TE&.#EA`0`!`(```````````\n"),
        ("borders of a table", "|---------+---------------------------->\n"),
        ("labels", "-original message-\nFrom: a\n"),
        ("separators", "-----Original Message-----\n> x\n"),
        ("colons", ":"),
        ("at signs", "@a."),
        ("stop", "stop texting me about this and that so much "),
        ("digits", "2 2 2 2 "),
        ("encoded words", "=?utf-8?B?"),
        ("numbers that somebody lists", "1.\n2.\n"),
        ("dates", "3/4/24 10:11 AM\n"),
        ("sentences of one word", "a. "),
        ("initials", "ML> a\n"),
        ("stars between letters", "a*"),
        ("absence notices", "I am out of the office until Monday. "),
        ("nearly absence notices", "I am out of the office and "),
        ("absence notices in Spanish", "Estoy fuera de la oficina hasta el lunes. "),
        ("absence notices in German", "Ich bin bis zum 22. Februar nicht im Büro. "),
        ("acknowledgements", "Thank you for your message, we will answer soon. "),
        ("bounces", "550 5.1.1 user unknown\n"),
        ("nearly bounces", "your message could not be "),
        ("delivery in Spanish", "su mensaje no se ha podido "),
        ("status codes", "5.1."),
        ("requests in Spanish", "no me manden más mensajes de eso que "),
        ("the word stop", "stop "),
        ("the word no", "no "),
        ("words of danger", "kill my self to night "),
        ("nearly danger", "I want to die of laughter "),
        ("numbers of cards", "4111 1111 1111 1111 "),
        ("numbers with dashes", "1-2-3-"),
        ("options", "option 2 or option 3 "),
        ("yes with a condition", "yes but only if "),
        ("names and titles", "Maria Lopez\nCase Manager\n"),
        ("addresses in angles", "<a@b.example> "),
        ("opened angles", "<a@b"),
        ("opened quotation marks", "\"a "),
        ("colons after fields", "From: From: "),
        ("fields in Spanish", "De: Ana\nEnviado: lunes\n"),
        ("rules between fields", "____\nFrom: a\n____\n"),
        ("combining marks", "a\u0301\u0301"),
        ("characters that cannot be seen", "\u200B\u200Da"),
        ("full-width letters", "ａｂｃ　"),
        ("faces", "😀👍🏽 "),
        ("halves of characters", "\uD83D"),
        ("carriage returns", "a\r"),
        ("spaces", "  "),
        ("tabs and spaces", "\t a\n"),
        ("asterisks around fields", "*From:* a\n*Sent:* b\n"),
        ("bars", "| a | b |\n"),
        ("dates in words", "Monday, March 4, 2024 "),
        ("attributions in a row", "Dana wrote: Dana wrote:\n"),
        ("attributions in languages", "Am 04.03.2024 um 10:11 schrieb Dana:\nLe 4 mars 2024 à 10:11, Dana a écrit :\n"),
    ];

    private static readonly string[] Markup =
        ["<div>", "<b><i>", "<p>x", "<blockquote>", "<table><tr><td>", "<a href=x>", "<", "&amp", "<br>", "</p>",
            "<div class=\"gmail_quote\">x",
            "<!--", "<style>", "<td>a</td>", "&#x200B;", "<li>a"];

    private static readonly (string Name, string Head, string Unit)[] Structures =
    [
        ("parts without end", "Content-Type: multipart/mixed; boundary=b\n\n", "--b\n"),
        ("nearly parts", "Content-Type: multipart/mixed; boundary=b\n\n", "--bb\n"),
        ("a folded subject of encoded words", "", "Subject: =?utf-8?Q?x?=\n "),
        ("parameters in pieces", "Content-Type: text/plain", "; a*0*=x"),
        ("soft line breaks", "Content-Transfer-Encoding: quoted-printable\n\n", "=\n"),
        ("wrong quoted-printable", "Content-Transfer-Encoding: quoted-printable\n\n", "= "),
        ("flowed quotes", "Content-Type: text/plain; format=flowed\n\n", "> a \n"),
        ("short fields", "", "A: b\n"),
        ("a folded field", "", "X-Y: z\n "),
        ("base64 in short lines", "Content-Transfer-Encoding: base64\n\n", "YWJj\n"),
        ("parts within parts", "Content-Type: multipart/mixed; boundary=a\n\n",
            "--a\nContent-Type: multipart/mixed; boundary=a\n\n"),
        ("status fields", "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: "
            + "message/delivery-status\n\n", "Action: failed\nStatus: 5.1.1\n\n"),
    ];
}
