using CtVoice.Language.Sms;

namespace CtVoice.Language.Tests.Sms;

/// <summary>Tables of texts, one a line: <c>choice flags | text</c>; <c>-</c> is none, <c>\n</c> a line break,
/// <c>\z</c> a zero-width space.</summary>
internal static class SmsCases
{
    internal static TheoryData<SmsKind, int?, string, string> Parse(params (SmsKind Kind, string Table)[] tables)
    {
        var data = new TheoryData<SmsKind, int?, string, string>();
        foreach (var (kind, table) in tables)
        {
            foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var bar = line.IndexOf('|', StringComparison.Ordinal);
                var head = line[..bar].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var choice = head[0] == "-" ? (int?)null : int.Parse(head[0], System.Globalization.CultureInfo.InvariantCulture);
                var flags = head.Length > 1 ? head[1] : "";
                data.Add(kind, choice, flags, line[(bar + 2)..].Replace("\\n", "\n", StringComparison.Ordinal)
                    .Replace("\\z", "\u200B", StringComparison.Ordinal));
            }
        }

        return data;
    }
}
