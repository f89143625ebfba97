using CtVoice.Language.Email;

namespace CtVoice.Language.Tests.Email;

/// <summary>Mails kept as text files under <c>Cases</c>.</summary>
internal static class MailCases
{
    /// <summary>
    /// <c>#### name</c>, the mail, <c>====</c> and what its writer typed in it; a <c>~</c> at the end of a line is a space that an
    /// editor would take away.
    /// </summary>
    internal static TheoryData<string, string, string> Of(params string[] files)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var block in string.Concat(files.Select(file => "\n" + CaseFile.Text(file) + "\n")).Split("\n#### ").Skip(1))
        {
            var head = block.IndexOf('\n', StringComparison.Ordinal);
            var cut = block.IndexOf("\n====\n", StringComparison.Ordinal);
            data.Add(block[..head], block[(head + 1)..cut].Replace("~\n", " \n", StringComparison.Ordinal), block[(cut + 6)..].Trim('\n'));
        }
        return data;
    }

    /// <summary>What a mail is, a tab, and the mail on one line.</summary>
    internal static TheoryData<string, string> Sorted(params string[] files)
    {
        var data = new TheoryData<string, string>();
        foreach (var line in files.SelectMany(CaseFile.Cases))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            data.Add(line[..tab], line[(tab + 1)..]);
        }
        return data;
    }

    /// <summary>The reply with a question mark before each line in doubt.</summary>
    internal static string Shown(EmailReading reading)
    {
        var at = 0;
        var lines = new List<string>();
        foreach (var line in reading.Reply.Split('\n'))
        {
            var doubted = reading.Unsure.Any(stretch => at >= stretch.Start && at < stretch.Start + stretch.Length);
            lines.Add((doubted ? "? " + line : line).TrimEnd());
            at += line.Length + 1;
        }

        return string.Join('\n', lines).Trim();
    }
}
