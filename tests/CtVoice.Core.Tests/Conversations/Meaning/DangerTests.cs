using CtVoice.Core.Conversations.Meaning;

namespace CtVoice.Core.Tests.Conversations.Meaning;

/// <summary>
/// Sentences of our own in both languages, a line each, in the folder Cases: advice that names harm, and danger now. Half of
/// each was written before the rules and first scored after them; the later parts (later, unseen, second, third) were written without a look
/// at the rules, scored once (docs/conversations.md has the figures), and became tests when the rules were mended.
/// </summary>
public sealed class DangerTests
{
    // Whoever gives advice is not told of 911, and whoever is in danger is never missed.
    private const int MostAcuteInTwoHundredAdvice = 2;

    private static readonly string[] Sets = ["", "-blind", "-later", "-unseen", "-second", "-third"];

    [Fact]
    public void Advice_that_names_harm_is_not_taken_for_danger()
    {
        var advice = Sets.SelectMany(set => Cases($"danger-advice{set}.txt")).ToList();
        var acute = advice.Where(text => Danger.In(text)?.Level is DangerLevel.Acute).ToList();

        Assert.True(advice.Count >= 460);
        Assert.True(
            acute.Count * 200 <= MostAcuteInTwoHundredAdvice * advice.Count,
            string.Join('\n', acute.Select(text => $"{text}  <- {Danger.In(text)!.Because}")));
    }

    [Fact]
    public void Danger_to_the_writer_or_a_named_person_is_never_missed()
    {
        var danger = Sets.SelectMany(set => Cases($"danger-acute{set}.txt")).ToList();

        Assert.True(danger.Count >= 490);
        Assert.DoesNotContain(danger, text => Danger.In(text)?.Level is not DangerLevel.Acute);
    }

    [Fact]
    public void A_figure_of_speech_elsewhere_in_a_long_message_does_not_hide_danger()
    {
        const string text = "The form should be shorter and in Spanish too, and there should be a Saturday, but my husband hit me last night "
            + "in front of my children while I was reading this, so I could not answer sooner, and the survey is too long for a phone";

        Assert.Equal(DangerLevel.Acute, Danger.In(text)?.Level);
        Assert.NotEqual(DangerLevel.Acute, Danger.In("This form is killing me and the bill hit me hard")?.Level);
    }

    private static IEnumerable<string> Cases(string file) =>
        CaseFile.Lines(file).Where(line => line[0] != '#');
}
