using System.Text.RegularExpressions;

namespace CtVoice.Core.Conversations.Meaning;

/// <summary>
/// One of many patterns, each non-backtracking and so linear in the text. The alternatives of the outermost level become
/// expressions of their own, because one automaton for all of them would exceed what the runtime allows.
/// </summary>
internal sealed class AnyOf
{
    private readonly Regex[] expressions;

    internal AnyOf(string pattern) =>
        expressions = [.. Split(pattern).Select(one => new Regex(one, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture))];

    internal bool IsMatch(string text)
    {
        foreach (var expression in expressions)
        {
            if (expression.IsMatch(text))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> Split(string pattern)
    {
        var depth = 0;
        var from = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\' or '[':
                    i = pattern[i] == '\\' ? i + 1 : pattern.IndexOf(']', i);
                    break;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case '|' when depth == 0:
                    yield return pattern[from..i];
                    from = i + 1;
                    break;
                default:
                    break;
            }
        }

        yield return pattern[from..];
    }
}
