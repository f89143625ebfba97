using CtVoice.Language.Meaning;
using CtVoice.Language.Sms;

namespace CtVoice.Language.Tests.Meaning;

/// <summary>
/// Another holds the phone, or the member is gone: <c>Sms/Cases/somebody-else.txt</c>, with as many texts that only sound so. Messages end
/// where a text can mean nothing else; else sending pauses until a person has looked.
/// </summary>
public sealed class SomebodyElseTests
{
    /// <summary>What becomes of a text, and the text.</summary>
    public static TheoryData<string, string> Texts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var parts in CaseFile.Cases("somebody-else.txt").Select(line => line.Split(" | ", 2)))
                data.Add(parts[0], parts[1]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_ends_or_pauses_messages_or_answers(string expected, string text)
    {
        var kind = SmsReader.Read(text, SmsContext.Default).Kind;
        var (did, gone) = kind switch
        {
            SmsKind.OptOut => ("ends", SomebodyElse.In(text)),
            SmsKind.AmbiguousOptOut => ("pauses", SomebodyElse.In(text)),
            SmsKind.Answer => ("answers", false),
            _ => (kind.ToString(), false),
        };

        if (expected is "unended")
            Assert.NotEqual("ends", did);
        else
            Assert.Equal((expected, expected is not "answers"), (did, gone));
    }
}
