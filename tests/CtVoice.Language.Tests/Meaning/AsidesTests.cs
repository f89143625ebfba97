using CtVoice.Language.Meaning;
using CtVoice.Language.Sms;

namespace CtVoice.Language.Tests.Meaning;

/// <summary>
/// What people say to us instead of an answer, and advice that sounds like it, in English and Spanish: <c>Cases/asides.txt</c>,
/// <c>kind | text</c> a line, <c>-</c> for an answer.
/// </summary>
public sealed class AsidesTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var line in CaseFile.Lines("asides.txt"))
            {
                var bar = line.IndexOf('|', StringComparison.Ordinal);
                data.Add(line[..bar].Trim(), line[(bar + 2)..]);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_is_found_as_the_case_says(string kind, string text) =>
        Assert.Equal(kind, Asides.In(text) is { Alone: true } aside ? aside.Kind.ToString() : "-");

    [Fact]
    public void There_are_at_least_twelve_cases_of_each_kind_in_each_language_and_as_much_advice()
    {
        foreach (var kind in Enum.GetNames<AsideKind>())
        {
            var texts = Cases.Select(c => ((string)c[0], (string)c[1])).Where(c => c.Item1 == kind).Select(c => c.Item2).ToList();
            Assert.True(texts.Count >= 24, kind);
        }
        Assert.True(Cases.Count(c => (string)c[0] == "-") >= 40);
    }

    [Theory]
    [InlineData("2. Please call me", AsideKind.Call)]
    [InlineData("Take the names out. Call me tomorrow", AsideKind.Call)]
    [InlineData("Quiten los nombres. Llámenme por favor", AsideKind.Call)]
    public void Who_answers_and_wants_a_call_does_both(string text, AsideKind kind) =>
        Assert.Equal(new Aside(kind, Alone: false), Asides.In(text));

    [Theory]
    [InlineData("Stop calling me")]
    [InlineData("no me llamen más")]
    [InlineData("HELP")]
    [InlineData("who is this?")]
    public void Requests_about_messages_stay_what_they_were(string text) =>
        Assert.NotEqual(SmsKind.Answer, SmsReader.Read(text, SmsContext.Default).Kind);

    [Fact]
    public void A_text_of_any_length_is_looked_at_in_little_time()
    {
        Assert.Null(Asides.In(string.Concat(Enumerable.Repeat("please call me ", 40_000))));
        Assert.Null(Asides.In(""));
        Assert.Null(Asides.In("\uD800 \u200B"));
    }
}
