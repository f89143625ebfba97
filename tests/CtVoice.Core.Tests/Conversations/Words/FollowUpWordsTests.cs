using CtVoice.Core.Conversations.Words;
using CtVoice.Language.Reading;

namespace CtVoice.Core.Tests.Conversations.Words;

/// <summary>What members read after the review's own questions.</summary>
public sealed class FollowUpWordsTests
{
    private const string Long =
        "Before anything is shared, take out every name, every exact date and every street, and tell families in plain words what was "
            + "found about them.";
    // A public address of 33 characters, as long as one may be where a question of 160 is to stay in two parts.
    private static readonly Uri Link = new($"https://resident-board.example.ct.us/r/{new string('w', 17)}");

    private const string Largo =
        "Antes de compartir los datos, quiten cada nombre, cada fecha exacta y cada dirección, y digan a las familias en palabras "
            + "fáciles lo que encontraron.";

    [Theory]
    [InlineData("en", 1, Long, 2)]
    [InlineData("en", 4, Long, 2)]
    [InlineData("en", 20, Long, 2)]
    [InlineData("es", 1, Largo, 6)]
    [InlineData("es", 4, Largo, 6)]
    [InlineData("es", 20, Largo, 6)]
    [InlineData("en", 2, "“No” – nobody’s name, please", 2)]
    [InlineData("en", 3, "請不要分享名字，也不要分享日期，還有地址和學校的名稱，謝謝你們的幫助和理解", 2)]
    public void A_draft_fits_two_parts_in_English_and_six_in_Spanish_however_much_was_written(string language, int drafts, string text,
        int parts)
    {
        var withLink = FollowUpWords.ReadBack(language, [.. Enumerable.Repeat(text, drafts)], Link);
        Assert.True(Segments.Of(withLink) <= parts, $"{Segments.Of(withLink)} parts: {withLink}");
        Assert.Contains(Phrases.In(language).OrHere(Link.AbsoluteUri) + " ", withLink, StringComparison.Ordinal);
        Assert.StartsWith(Phrases.In(language).Board, withLink, StringComparison.Ordinal);
        Assert.Contains(Phrases.In(language).IsItRight, withLink, StringComparison.Ordinal);
        // Without a page it is as long as a text can be.
        var message = FollowUpWords.ReadBack(language, [.. Enumerable.Repeat(text, drafts)]);
        Assert.True(Segments.Of(message) <= 10, $"{Segments.Of(message)} parts: {message}");
    }

    [Fact]
    public void A_draft_is_shown_whole_or_not_at_all_and_what_has_no_room_is_counted()
    {
        Assert.Contains(" A) Take names out. B) Ask first. Reply 1", FollowUpWords.ReadBack("en", ["Take names out.", "Ask first."]),
            StringComparison.Ordinal);
        var some = FollowUpWords.ReadBack("en", [Long, "Ask first.", Long], Link);
        Assert.Contains($"agency. B) Ask first. (+2 on your page) Reply 1", some, StringComparison.Ordinal);
        Assert.DoesNotContain("...", some, StringComparison.Ordinal);
        // What a text cannot hold and no page shows, a person reads out.
        Assert.Contains($"A) {Long} B) {Long}", FollowUpWords.ReadBack("en", [Long, Long]), StringComparison.Ordinal);
        Assert.True(FollowUpWords.FitsWithoutPage("en", [Long, Long]));
        Assert.False(FollowUpWords.FitsWithoutPage("en", [.. Enumerable.Repeat(Long, 20)]));
    }

    [Fact]
    public void A_mail_shows_every_draft_whole_under_its_own_code_and_a_discreet_text_shows_none()
    {
        var mail = FollowUpWords.ReadBack("en", "ACDEFGH", [Long, "Ask first."], asText: false, discreet: true);
        Assert.Contains($"A) {Long}\n\nB) Ask first.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("[ACDEFGH]", mail.Subject, StringComparison.Ordinal);
        Assert.Equal($"{Phrases.In("en").Discreet} {Phrases.In("en").StopHint}",
            FollowUpWords.ReadBack("en", "ACDEFGH", [Long], asText: true, discreet: true).Text);
        Assert.Contains(Phrases.In("en").OnPage(Link.AbsoluteUri),
            FollowUpWords.ReadBack("en", "ACDEFGH", [Long], asText: false, discreet: true, Link).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", 2)]
    [InlineData("es", 4)]
    public void Fixed_words_are_short_and_easy(string language, int most)
    {
        var phrases = Phrases.In(language);
        foreach (var text in new[]
        {
            FollowUpWords.Satisfaction(language, "x", asText: true).Text,
            TextParts.Fit(FollowUpWords.Satisfaction(language, "x", asText: true, Link).Text), phrases.SayWhatIsWrong, phrases.RightOrNot,
            phrases.AnsweredOrNot,
            $"{phrases.ReadBack} {phrases.IsItRight}",
        })
        {
            Assert.True(Segments.Of(text) <= most, text);
            var report = ReadingReport.Of(text.Replace(phrases.Board + ": ", "", StringComparison.Ordinal), language)!;
            Assert.True(report.Verdict is ReadingVerdict.OnTarget, $"{report.Plain}: {text}");
        }
    }
}
