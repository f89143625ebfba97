using System.Text;

namespace CtVoice.Language.Email;

/// <summary>A reply as it grows, line by line: one empty line where several stood or something was left out, none at either end.</summary>
internal sealed class ReplyLines
{
    private readonly StringBuilder all = new();
    private readonly List<Stretch> unsure = [];
    private bool gap;
    private bool doubted;

    /// <summary>The stretches of it that are in doubt.</summary>
    internal IReadOnlyList<Stretch> Unsure => unsure;

    internal void Add(string line, bool inDoubt)
    {
        line = line.TrimEnd();
        if (line.Length == 0)
        {
            gap = all.Length > 0;
            return;
        }

        if (all.Length == 0)
            line = line.TrimStart();
        else
            all.Append(gap ? "\n\n" : "\n");
        var start = inDoubt && doubted ? unsure[^1].Start : all.Length;
        all.Append(line);
        if (inDoubt && doubted)
            unsure[^1] = new(start, all.Length - start);
        else if (inDoubt)
            unsure.Add(new(start, all.Length - start));
        (gap, doubted) = (false, inDoubt);
    }

    public override string ToString() => all.ToString();
}
