using System.Text;

namespace CtVoice.Language.Matching;

/// <summary>Reads an expression. What it does not know it refuses, so that nothing is ever matched in another sense than written.</summary>
internal sealed class SyntaxReader
{
    /// <summary>A group of fewer letters is read again rather than looked up.</summary>
    private const int Short = 16;

    private readonly string pattern;
    private readonly SyntaxPool pool;
    private readonly int[] closing;
    private int at;

    private SyntaxReader(string pattern, SyntaxPool pool) => (this.pattern, this.pool, closing) = (pattern, pool, Closing(pattern));

    /// <summary>The expression taken apart.</summary>
    /// <exception cref="FormatException">It is no expression, or uses what is not known here.</exception>
    internal static Syntax Read(string pattern) => Read(pattern, new(ordered: true));

    /// <summary>The same with parts that others are made of as well.</summary>
    internal static Syntax Read(string pattern, SyntaxPool pool)
    {
        var reader = new SyntaxReader(pattern, pool);
        var all = reader.Choices();
        return reader.at == pattern.Length ? all : throw reader.Fault();
    }

    private bool More => at < pattern.Length;

    private Syntax Choices()
    {
        var choices = new List<Syntax> { Sequence() };
        while (Taken('|'))
            choices.Add(Sequence());
        return pool.Either(choices);
    }

    private Syntax Sequence()
    {
        var parts = new List<Syntax>();
        while (More && pattern[at] is not ('|' or ')'))
            parts.Add(Repeated(Part()));
        return pool.Sequence(parts);
    }

    private Syntax Part()
    {
        var c = pattern[at++];
        switch (c)
        {
            case '(':
                return Bracketed();
            case '^':
                return pool.At(Place.Begin);
            case '$':
                return pool.At(Place.End);
            case '.':
                return pool.One(CharSet.Any);
            case '[':
                return pool.One(Set());
            case '\\' when More && pattern[at] == 'b':
                at++;
                return pool.At(Place.WordEdge);
            case '\\':
                return pool.One(Escaped());
            case '*' or '+' or '?' or '{':
                throw Fault();
            default:
                return pool.One(c);
        }
    }

    /// <summary>What stands in brackets; forms that are put together say the same over and over, and it is read once.</summary>
    private Syntax Bracketed()
    {
        var (from, close) = (at, closing[at - 1]);
        var written = close - from > Short ? pattern.AsSpan(from, close - from) : default;
        if (written.Length > 0 && pool.Written.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var known))
        {
            at = close + 1;
            return known;
        }

        var name = Taken('?') ? GroupName() : null;
        var body = Choices();
        if (!Taken(')'))
            throw Fault();
        if (name is not null)
            body = pool.Group(name, body);
        if (written.Length > 0 && close == at - 1)
            pool.Written[written.ToString()] = body;
        return body;
    }

    /// <summary>Where each bracket is closed; 0 where it is not.</summary>
    private static int[] Closing(string pattern)
    {
        var closing = new int[pattern.Length];
        var open = new Stack<int>();
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    for (i += i + 1 < pattern.Length && pattern[i + 1] == '^' ? 3 : 2; i < pattern.Length && pattern[i] != ']'; i++)
                        i += pattern[i] == '\\' ? 1 : 0;
                    break;
                case '(':
                    open.Push(i);
                    break;
                case ')' when open.TryPop(out var opened):
                    closing[opened] = i;
                    break;
                default:
                    break;
            }
        }

        return closing;
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
            body = pool.Repeat(body, least, most, Taken('?'));
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
