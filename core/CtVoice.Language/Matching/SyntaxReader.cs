using System.Text;

namespace CtVoice.Language.Matching;

/// <summary>Reads an expression. What it does not know it refuses, so that nothing is ever matched in another sense than written.</summary>
internal sealed class SyntaxReader(string pattern)
{
    private int at;

    /// <summary>The expression taken apart.</summary>
    /// <exception cref="FormatException">It is no expression, or uses what is not known here.</exception>
    internal static Syntax Read(string pattern)
    {
        var reader = new SyntaxReader(pattern);
        var all = reader.Choices();
        return reader.at == pattern.Length ? all : throw reader.Fault();
    }

    private bool More => at < pattern.Length;

    private Syntax Choices()
    {
        var choices = new List<Syntax> { Sequence() };
        while (Taken('|'))
            choices.Add(Sequence());
        return choices.Count == 1 ? choices[0] : new Syntax.Either(choices);
    }

    private Syntax Sequence()
    {
        var parts = new List<Syntax>();
        while (More && pattern[at] is not ('|' or ')'))
            parts.Add(Repeated(Part()));
        return parts.Count == 1 ? parts[0] : new Syntax.Sequence(parts);
    }

    private Syntax Part()
    {
        var c = pattern[at++];
        switch (c)
        {
            case '(':
                var name = Taken('?') ? GroupName() : null;
                var body = Choices();
                if (!Taken(')'))
                    throw Fault();
                return name is null ? body : new Syntax.Group(name, body);
            case '^':
                return new Syntax.At(Place.Begin);
            case '$':
                return new Syntax.At(Place.End);
            case '.':
                return new Syntax.One(CharSet.Any);
            case '[':
                return new Syntax.One(Set());
            case '\\' when More && pattern[at] == 'b':
                at++;
                return new Syntax.At(Place.WordEdge);
            case '\\':
                return new Syntax.One(Escaped());
            case '*' or '+' or '?' or '{':
                throw Fault();
            default:
                return new Syntax.One(new(c.ToString()));
        }
    }

    private string? GroupName()
    {
        if (Taken(':'))
            return null;
        if (!Taken('<'))
            throw Fault();
        var end = pattern.IndexOf('>', at);
        if (end <= at || !pattern[at..end].All(char.IsAsciiLetter))
            throw Fault();
        var name = pattern[at..end];
        at = end + 1;
        return name;
    }

    private Syntax Repeated(Syntax body)
    {
        while (More && pattern[at] is '*' or '+' or '?' or '{')
        {
            var (least, most) = pattern[at++] switch
            {
                '*' => (0, (int?)null),
                '+' => (1, null),
                '?' => (0, 1),
                _ => Times(),
            };
            body = new Syntax.Repeat(body, least, most, Taken('?'));
        }
        return body;
    }

    private (int Least, int? Most) Times()
    {
        var end = pattern.IndexOf('}', at);
        var parts = end < 0 ? [] : pattern[at..end].Split(',');
        if (parts.Length is not (1 or 2) || !int.TryParse(parts[0], out var least))
            throw Fault();
        at = end + 1;
        return parts.Length == 1
            ? (least, least)
            : parts[1].Length == 0 ? (least, null) : int.TryParse(parts[1], out var most) && most >= least ? (least, most) : throw Fault();
    }

    private CharSet Set()
    {
        var negated = Taken('^');
        var named = new StringBuilder();
        var set = new CharSet("");
        for (var first = true; ; first = false)
        {
            if (!More)
                throw Fault();
            var c = pattern[at++];
            if (c == ']' && !first)
                return set with { Named = named.ToString(), Negated = negated };
            var one = c == '\\' ? Escaped() : new(c.ToString());
            set = set with { Kinds = set.Kinds | one.Kinds };
            if (one.IsLiteral && at + 1 < pattern.Length && pattern[at] == '-' && pattern[at + 1] != ']')
            {
                at++;
                var last = pattern[at] == '\\' ? throw Fault() : pattern[at++];
                for (var ranged = one.Named[0]; ranged <= last; ranged++)
                    named.Append(ranged);
            }
            else
            {
                named.Append(one.Named);
            }
        }
    }

    private CharSet Escaped() => !More ? throw Fault() : pattern[at++] switch
    {
        'w' => new("", CharKinds.Words),
        'W' => new("", CharKinds.NotWords),
        'd' => new("", CharKinds.Digits),
        's' => new("", CharKinds.Spaces),
        'S' => new("", CharKinds.NotSpaces),
        'n' => new("\n"),
        'r' => new("\r"),
        't' => new("\t"),
        var c when !char.IsLetterOrDigit(c) => new(c.ToString()),
        _ => throw Fault(),
    };

    private bool Taken(char c)
    {
        if (!More || pattern[at] != c)
            return false;
        at++;
        return true;
    }

    private FormatException Fault() => new($"The expression cannot be read at {at}: {pattern}");
}
