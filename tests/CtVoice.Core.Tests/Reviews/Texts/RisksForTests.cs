using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Texts;
using static CtVoice.Core.Tests.Reviews.Staged;

namespace CtVoice.Core.Tests.Reviews.Texts;

public sealed class RisksForTests
{
    private const string Heading = "What could go wrong, as the agency sees it:";

    private static readonly ProjectRequest Risky = Project with
    {
        Dppeia = new("dppeia/provisional-1",
        [
            new("minimisation", "Nothing is left over.", DppeiaRisk.Low),
            new("dissemination", "Readers may draw wrong conclusions.", DppeiaRisk.Medium),
            new("potential-harms", "Stigmatization of localities.", DppeiaRisk.High,
                InPlainWords: new Dictionary<string, string>
                { ["en"] = "A town could get a bad name.", ["es"] = "Mala fama para un pueblo." }),
            new("equity-of-analysis", "unknown-yet", DppeiaRisk.Medium),
        ]),
    };

    [Fact]
    public void High_risks_come_first_low_ones_are_left_out_and_what_nobody_wrote_in_the_language_stays_English()
    {
        var review = Preparing(project: Risky);

        var english = RisksFor.Text(Risky, review.TextIn("en")!);
        var spanish = RisksFor.Text(Risky, review.TextIn("es")!);

        Assert.Equal([("potential-harms", true), ("dissemination", false)], english.Select(r => (r.Prompt, r.Written)));
        Assert.Equal([("Mala fama para un pueblo.", "es"), ("Readers may draw wrong conclusions.", "en")],
            spanish.Select(r => (r.Words, r.Language)));
    }

    [Theory]
    [InlineData("en", Heading, "- A town could get a bad name.", "- Readers may draw wrong conclusions.")]
    [InlineData("es", "Qué puede salir mal, según la agencia:", "- Mala fama para un pueblo.",
        "- (en inglés) Readers may draw wrong conclusions.")]
    public void A_mail_tells_them_under_a_heading_in_its_language_and_a_text_message_never(
        string language, string heading, string written, string english)
    {
        var review = Preparing(8, Risky);
        foreach (var needed in ReleasingTexts.Needed(review))
            review = ReleasingTexts.Release(review, new(needed), [], Key, Now, Risky).Change!.State;
        review = Inviting.Open(review, Now).Change!.State;
        var invitation = review.Invitations[0] with { Language = language };

        var mail = MemberWords.Compose(review, invitation, MessagePurpose.Invitation, asText: false, discreet: false).Text;
        var text = MemberWords.Compose(review, invitation, MessagePurpose.Invitation, asText: true, discreet: false).Text;

        Assert.Contains($"{heading}\n{written}\n{english}", mail, StringComparison.Ordinal);
        if (language == "es")
            Assert.DoesNotContain(Heading, mail, StringComparison.Ordinal);
        Assert.DoesNotContain(written[2..], text, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong conclusions", text, StringComparison.Ordinal);
        Assert.Contains(MemberWords.Sent(review, invitation), sent => sent.Contains(written, StringComparison.Ordinal));
    }

    [Fact]
    public void Plain_words_that_are_hard_to_read_leave_only_with_a_public_reason()
    {
        var hard = Risky with
        {
            Dppeia = Risky.Dppeia! with
            {
                Answers = [Risky.Dppeia.Answers[2] with
                {
                    InPlainWords = new Dictionary<string, string>
                    { ["en"] = "Reidentification probabilities notwithstanding suppression methodologies remain nonnegligible." }
                }]
            }
        };

        var refused = ReleasingTexts.Release(Preparing(project: hard), new("en"), [], Key, Now, hard);

        Assert.Equal(ReleasingTexts.Outcome.TooHard, refused.Result.Outcome);
        Assert.StartsWith("risk potential-harms: grade", Assert.Single(refused.Result.Because), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_answer_that_nobody_put_in_plain_words_ends_at_a_word()
    {
        var project = Risky with
        {
            Dppeia = Risky.Dppeia! with
            { Answers = [new("dissemination", string.Join(' ', Enumerable.Repeat("word", 200)), DppeiaRisk.High)] }
        };

        var words = Assert.Single(RisksFor.Text(project, Preparing(project: project).TextIn("en")!)).Words;

        Assert.True(words.Length <= 300, words);
        Assert.EndsWith("word…", words, StringComparison.Ordinal);
    }
}
