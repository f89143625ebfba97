using System.Globalization;
using CtVoice.Language.Sms;

namespace CtVoice.Language.Tests.Sms;

/// <summary>
/// What people and their phones text, in English and Spanish: <c>Cases/texts.txt</c>, <c>Cases/varied.txt</c> and, kind by kind,
/// <c>Cases/kinds.txt</c>, <c>kinds-second.txt</c>, <c>kinds-third.txt</c> and <c>leaving.txt</c>, <c>kind choice flags | text</c> a line.
/// </summary>
public sealed class TextCaseTests
{
    public static TheoryData<SmsKind, int?, string, string> Texts
    {
        get
        {
            var data = new TheoryData<SmsKind, int?, string, string>();
            foreach (var line in CaseFile.Lines("texts.txt").Concat(CaseFile.Lines("varied.txt")).Concat(CaseFile.Cases("kinds.txt"))
                .Concat(CaseFile.Cases("kinds-second.txt")).Concat(CaseFile.Cases("kinds-third.txt"))
                .Concat(CaseFile.Cases("leaving.txt")))
            {
                var bar = line.IndexOf('|', StringComparison.Ordinal);
                var head = line[..bar].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                data.Add(Enum.Parse<SmsKind>(head[0]), head[1] == "-" ? null : int.Parse(head[1], CultureInfo.InvariantCulture),
                    head.ElementAtOrDefault(2) ?? "", line[(bar + 2)..]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_is_read_as_the_case_says(SmsKind kind, int? choice, string flags, string text)
    {
        var reading = SmsReader.Read(text, SmsContext.Default);

        Assert.Equal((kind, choice, flags, text), (reading.Kind, reading.Choice, string.Join(',', reading.Flags), reading.Text));
    }
}
