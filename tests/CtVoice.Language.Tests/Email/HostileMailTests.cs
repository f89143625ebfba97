using System.Diagnostics;
using System.Text;
using CtVoice.Language.Email;
using CtVoice.Language.Mime;
using Xunit.Abstractions;

namespace CtVoice.Language.Tests.Email;

/// <summary>A hostile body of 1 MiB must cost less than 0.1 s. The limits here are much wider, as build machines are shared: what is
/// not linear takes minutes, and what grows faster than the text is seen by what a quarter of it takes.</summary>
public sealed class HostileMailTests(ITestOutputHelper output)
{
    private const int Size = 1024 * 1024;
    private const int Limit = 5_000;

    /// <summary>What takes less, in milliseconds, need not be measured again.</summary>
    private const int Short = 1_000;

    /// <summary>How many times longer than a quarter of it a text may take: four times is linear, sixteen quadratic.</summary>
    private const int Growth = 12;

    public static TheoryData<string, string> Bodies => new()
    {
        { "one letter a line", "x\n" },
        { "empty lines", "\n" },
        { "one long line", "abc " },
        { "introductions that never end", "On Mon, Mar 4, 2024 at 10:11 AM Dana <d@example.org>\n" },
        { "introductions", "On Mon, Mar 4, 2024 at 10:11 AM Dana <d@example.org> wrote:\n> q\n" },
        { "lines that end in a colon", "On 4:\n" },
        { "header fields", "From: Dana\nTo: Maria\n" },
        { "field names", "From:\n" },
        { "quote marks", ">" },
        { "quoted lines", ">>> a\n" },
        { "signatures", "-- \n" },
        { "dashes", "--\n" },
        { "rules", "---------\n" },
        { "underscores", "_" },
        { "program lines", "Sent from my iPhone\n" },
        { "nearly program lines", "Sent from my heart to yours again and again\n\n" },
        { "disclaimers", "This email is confidential and intended solely for the recipient, delete it if you are not the addressee.\n\n" },
        { "footers of lists", "To unsubscribe from this group, go to http://groups.example.org\n\n" },
        { "nearly footers of lists", "To unsubscribe\n" },
        { "angle quotes", "<< a\n" },
        { "angle quotes below introductions", "On Mon, Mar 4, 2024 at 10:11 AM Dana <d@example.org> wrote:\n<< a\n" },
        { "signed messages", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n" },
        { "signatures of armour without an end", "-----BEGIN PGP SIGNATURE-----\nabc\n" },
        { "uuencoded files without an end", "begin 644 a\nM1TE&.#EA`0`!`(```````````\n" },
        { "borders of a table", "|---------+---------------------------->\n" },
        { "labels", "-original message-\nFrom: a\n" },
        { "separators", "-----Original Message-----\n> x\n" },
        { "colons", ":" },
        { "at signs", "@a." },
        { "stop", "stop texting me about this and that so much " },
        { "digits", "2 2 2 2 " },
        { "encoded words", "=?utf-8?B?" },
        { "numbers that somebody lists", "1.\n2.\n" },
        { "dates", "3/4/24 10:11 AM\n" },
        { "sentences of one word", "a. " },
        { "initials", "ML> a\n" },
        { "stars between letters", "a*" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Hostile_body_costs_little_more_than_a_friendly_one(string name, string unit)
    {
        var hostile = Fill(unit);

        var cost = Cost(() => EmailReader.Read(hostile, EmailContext.Default));

        output.WriteLine($"{name}: {cost} ms, friendly {Usual.Value} ms");
        Assert.InRange(cost - Usual.Value, long.MinValue, Limit);
        if (cost > Short)
            Assert.InRange(cost, 0, Growth * Cost(() => EmailReader.Read(hostile[..(Size / 4)], EmailContext.Default)));
    }

    /// <summary>What a friendly body takes, measured once.</summary>
    private static readonly Lazy<long> Usual = new(() =>
    {
        var friendly = Fill("Dear Dana, I think this is a good idea, because it would save my family a lot of time and paper.\n");
        EmailReader.Read(friendly, EmailContext.Default);
        return Cost(() => EmailReader.Read(friendly, EmailContext.Default));
    });

    [Fact]
    public void Many_lines_of_dashes_above_a_long_one_cost_little_more_than_one()
    {
        var dashes = string.Concat(Enumerable.Repeat("--\n\n", 60)) + Fill("x ");

        Assert.InRange(Cost(() => EmailReader.Read(dashes, EmailContext.Default)), 0, Limit);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><i>")]
    [InlineData("<p>x")]
    [InlineData("<blockquote>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<a href=x>")]
    [InlineData("<")]
    [InlineData("&amp")]
    [InlineData("<br>")]
    [InlineData("</p>")]
    public void Hostile_markup_costs_little_more_than_a_friendly_text(string unit)
    {
        var mail = MimeReader.FromFields("", null, Fill(unit));
        EmailReader.Read("warm up", EmailContext.Default);
        HtmlText.Of("<p>warm up</p>");

        var cost = Cost(() => EmailReader.Read(mail, EmailContext.Default));

        output.WriteLine($"{unit}: {cost} ms");
        Assert.InRange(cost, 0, Limit);
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n", "--b\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n", "--bb\n")]
    [InlineData("", "Subject: =?utf-8?Q?x?=\n ")]
    [InlineData("Content-Type: text/plain", "; a*0*=x")]
    [InlineData("Content-Transfer-Encoding: quoted-printable\n\n", "=\n")]
    [InlineData("Content-Transfer-Encoding: quoted-printable\n\n", "= ")]
    [InlineData("Content-Type: text/plain; format=flowed\n\n", "> a \n")]
    public void Hostile_structure_costs_little_more_than_a_friendly_text(string head, string unit)
    {
        var raw = Encoding.ASCII.GetBytes("MIME-Version: 1.0\n" + head + Fill(unit));
        EmailReader.Read(raw.AsSpan(0, 200), EmailContext.Default);

        var cost = Cost(() => EmailReader.Read(raw, EmailContext.Default));

        output.WriteLine($"{head.Trim()} {unit.Trim()}: {cost} ms");
        Assert.InRange(cost, 0, Limit);
    }

    private static string Fill(string unit) =>
        new StringBuilder(Size + unit.Length).Insert(0, unit, (Size / unit.Length) + 1).ToString(0, Size);

    /// <summary>The best of three, in milliseconds: a shared machine only ever adds. What is short at once is not tried again.</summary>
    private static long Cost(Action read)
    {
        var best = long.MaxValue;
        for (var round = 0; round < 3 && best > Short; round++)
        {
            var watch = Stopwatch.StartNew();
            read();
            best = Math.Min(best, watch.ElapsedMilliseconds);
        }

        return best;
    }
}
