using CtVoice.Core.Conversations.Meaning;

namespace CtVoice.Core.Tests.Conversations.Meaning;

/// <summary>
/// Sentences of our own in both languages, a line each, in the folder Cases: advice that names harm, and danger now. Half of
/// each was written before the rules and first scored after them; a third part was written later, without a look at them.
/// </summary>
public sealed class DangerTests
{
    // Two in two hundred: whoever gives advice is not told of 911, and whoever is in danger is never missed.
    private const int MostAdviceTakenForDanger = 2;

    [Fact]
    public void Advice_that_names_harm_is_not_taken_for_danger()
    {
        var advice = Cases("danger-advice.txt").Concat(Cases("danger-advice-blind.txt")).Concat(Cases("danger-advice-later.txt")).ToList();
        var acute = advice.Where(text => Danger.In(text)?.Level is DangerLevel.Acute).ToList();

        Assert.True(advice.Count >= 280);
        Assert.True(acute.Count <= MostAdviceTakenForDanger, string.Join('\n', acute.Select(text => $"{text}  <- {Danger.In(text)!.Because}")));
    }

    [Fact]
    public void Danger_to_the_writer_or_a_named_person_is_never_missed()
    {
        var danger = Cases("danger-acute.txt").Concat(Cases("danger-acute-blind.txt")).Concat(Cases("danger-acute-later.txt")).ToList();

        Assert.True(danger.Count >= 240);
        Assert.DoesNotContain(danger, text => Danger.In(text)?.Level is not DangerLevel.Acute);
    }

    private static IEnumerable<string> Cases(string file) =>
        CaseFile.Lines(file).Where(line => line[0] != '#');
}
