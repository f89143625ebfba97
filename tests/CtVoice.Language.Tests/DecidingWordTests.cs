using CtVoice.Language.Sms;
using Xunit.Abstractions;

namespace CtVoice.Language.Tests;

/// <summary>
/// Forms by which messages end or pause, or an answer is changed or taken back, hold a word that decides, whatever is optional in them:
/// without one "I am not the one ..." and "aquí no hay ..." fit what people say of anything. The few that need none are in
/// <c>bare-forms.txt</c>, each with its reason.
/// </summary>
public sealed class DecidingWordTests(ITestOutputHelper output)
{
    private static readonly (string File, string[] Lists)[] Deciding =
    [
        ("stop-idioms", ["ends messages", "may end messages", "may end messages whatever follows"]),
        ("requests", ["lose it", "my number", "that has to end"]),
        ("consent", ["takes it back"]),
        ("flags", ["change", "change, of a sentence", "withdraw", "withdraw, of a sentence"]),
        ("wrong-person", ["not theirs", "perhaps not theirs", "not me", "remove them", "does not know one", "is mine", "is wrong",
            "new here", "does not know", "gone", "own dead", "heir", "stands by", "relative speaks", "their phone", "not of that name",
            "somebody else"]),
    ];

    [Fact]
    public void Every_form_holds_a_word_that_decides_or_says_why_it_needs_none()
    {
        var bare = Deciding.SelectMany(file => file.Lists.SelectMany(list => new FunctionWords(PhraseFile(file.File)).Bare(list)
            .Select(form => $"{file.File} | {list} | {form.Left}"))).Distinct().ToHashSet();
        var known = CaseFile.Cases("bare-forms.txt").Select(line => line.Split(" | ")).ToList();

        Assert.All(known, parts => Assert.True(parts.Length == 4 && parts[3].EndsWith('.'), parts[2]));
        var excepted = known.Select(parts => string.Join(" | ", parts[..3])).ToHashSet();
        foreach (var form in bare.Except(excepted))
            output.WriteLine("No word decides: " + form);
        Assert.Equal(excepted.Order(), bare.Order());
    }

    [Theory]
    [InlineData("[not] the (person|one) you want", "the one you want")]
    [InlineData("{<lead>} this is not (the person|who) ...", "this is not who ...")]
    [InlineData("aqui no hay [nadie|ninguna] *0-2 [con ese nombre] $", "aqui no hay *0-2 $")]
    [InlineData("here (lives|is) who=*", "here is *")]
    [InlineData("wrong (number|person)", null)]
    [InlineData("{please} (stop|quit) [it]", null)]
    [InlineData("no <phone> here", null)]
    public void What_is_left_of_a_form_is_found(string form, string? left)
    {
        var file = $"review: draft\n== form (en)\n{form}\n== lead (any)\nhi; please\n== phone (en)\nnumber; phone\n";
        var found = new FunctionWords(file).Bare("form");

        Assert.Equal(left is null ? [] : [left], found.Select(pair => pair.Left));
    }

    private static string PhraseFile(string name)
    {
        using var reader = new StreamReader(
            typeof(SmsReader).Assembly.GetManifestResourceStream($"CtVoice.Language.Meaning.Phrases.{name}.txt")!);
        return reader.ReadToEnd();
    }
}
