using System.Collections.Frozen;

namespace CtVoice.Language.Tests;

/// <summary>
/// The shortest that a form of the phrase files can say: what is left of it when all that stands in <c>[]</c> and <c>{}</c> is left out,
/// and of <c>(a|b)</c> the one that says less. Where only words that decide nothing are left ("the one ... not"), the form fits what people
/// say of anything.
/// </summary>
internal sealed class FunctionWords
{
    private static readonly FrozenSet<string> Words = CaseFile.Cases("function-words.txt").SelectMany(line => line.Split(' '))
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, List<string>> topics = [];

    /// <param name="file">The text of a phrase file.</param>
    internal FunctionWords(string file)
    {
        List<string>? forms = null;
        foreach (var line in file.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                var name = line[3..line.LastIndexOf(" (", StringComparison.Ordinal)];
                if (!topics.TryGetValue(name, out forms))
                    topics[name] = forms = [];
            }
            else if (line[0] == ' ' && forms is { Count: > 0 })
            {
                forms[^1] += " " + line.Trim();
            }
            else
            {
                forms?.Add(line);
            }
        }
    }

    /// <summary>The forms of a topic that can stand without a word that decides, each with what is left of it.</summary>
    internal IEnumerable<(string Form, string Left)> Bare(string topic) =>
        Forms(topic).Select(form => (form, Least(form))).Where(pair => pair.Item2 is not null).Select(pair => (pair.form, pair.Item2!));

    private IEnumerable<string> Forms(string topic) =>
        topics[topic]
            .SelectMany(line => line.Contains(';', StringComparison.Ordinal) ? line.Split(';', StringSplitOptions.TrimEntries) : [line])
            .Where(form => form.Length > 0);

    /// <summary>What is left of a form where no word of it decides; null where one does in every way to say it.</summary>
    private string? Least(string form)
    {
        var at = 0;
        return Choices(form, ref at);
    }

    private string? Choices(string form, ref int at)
    {
        string? least = null;
        var words = new List<string>();
        var decides = false;
        for (; at < form.Length && form[at] is not (')' or ']' or '}'); at++)
        {
            if (form[at] == '|')
            {
                Take();
                words = [];
                decides = false;
            }
            else if (form[at] is '(' or '[' or '{')
            {
                var optional = form[at++] is not '(';
                var inner = Choices(form, ref at);
                if (optional)
                    continue;
                if (inner is null)
                    decides = true;
                else if (inner.Length > 0)
                    words.Add(inner);
            }
            else if (form[at] == '<')
            {
                var close = form.IndexOf('>', at);
                var topic = form[(at + 1)..close];
                at = close;
                var shortest = topics.ContainsKey(topic)
                    ? Forms(topic).Select(Least).OfType<string>().OrderBy(text => text.Length).FirstOrDefault() : $"<{topic}>";
                decides |= shortest is null;
                words.Add(shortest ?? "");
            }
            else if (form[at] != ' ')
            {
                var from = at;
                while (at + 1 < form.Length && !" |()[]{}<>=".Contains(form[at + 1], StringComparison.Ordinal))
                    at++;
                var word = form[from..(at + 1)];
                if (at + 1 < form.Length && form[at + 1] == '=')
                {
                    at++;
                    continue; // The name of the word that follows.
                }
                decides |= Decides(word.TrimEnd('~'));
                words.Add(word);
            }
        }
        Take();
        return least;

        void Take()
        {
            if (!decides && string.Join(' ', words.Where(word => word.Length > 0)) is var left
                && (least is null || left.Length < least.Length))
                least = left;
        }
    }

    /// <summary>Whether a word says what a message is about. A wildcard does not: it is any word.</summary>
    private static bool Decides(string word) =>
        word is not ("^" or "$" or "." or "," or "#" or "##") && !word.StartsWith("...", StringComparison.Ordinal) && !word.StartsWith('*')
            && !Words.Contains(word.TrimEnd('*'));
}
