using System.Text;

namespace CtVoice.Core.Conversations.Email;

/// <summary>What a person typed in a mail, parted from what their program put around it.</summary>
/// <param name="Reply">Everything typed in this mail, greeting and closing included, pieces between quotes in order.</param>
/// <param name="Trimmed">Everything else, in order.</param>
/// <param name="Because">What was left out and why, in a few words.</param>
public sealed record ReplyText(string Reply, string Trimmed, string Because)
{
    /// <summary>Introductions and header blocks looked for in one mail; a mail of people has a handful.</summary>
    private const int MaxSearches = 1_000;

    /// <summary>Lines and paragraphs compared with lists of phrases in one mail.</summary>
    private const int MaxCompared = 2_000;

    /// <summary>What a program adds stands within so many lines of the end of a stretch of text.</summary>
    private const int Reach = 60;

    private const int LongestLine = 2_000;

    /// <summary>No line that introduces anything is shorter.</summary>
    private const int ShortestSign = 5;

    /// <summary>
    /// Parts a plain-text body. Left out: quoted mail and the lines that introduce it, <c>-- </c> and program signatures,
    /// disclaimers. In doubt a line is kept. Linear in the length of the body.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="sent">What we sent to this person; where it is known, words typed into an unmarked copy of it are kept.</param>
    public static ReplyText Of(string body, IReadOnlyList<string>? sent = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new Parting(body).Result(sent is { Count: > 0 } ? new OwnWords(sent) : null);
    }

    /// <summary>Why a line is left out; null when it is kept.</summary>
    private enum Out
    {
        Quote = 1,
        Introduction,
        Earlier,
        Signature,
        Program,
        Disclaimer,
    }

    private sealed class Parting
    {
        private readonly string[] lines;
        private readonly string[] bare;
        private readonly int[] depth;
        private readonly Out?[] left;
        private int searches;
        private int compared;

        internal Parting(string body)
        {
            lines = body.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u2028', '\n').Split('\n');
            bare = new string[lines.Length];
            depth = new int[lines.Length];
            left = new Out?[lines.Length];
            for (var i = 0; i < lines.Length; i++)
            {
                (depth[i], bare[i]) = Unquoted(lines[i]);
                bare[i] = Marks.Remove(bare[i]);
            }

            NotQuotes();
        }

        internal ReplyText Result(OwnWords? ours)
        {
            LeaveQuotes();
            if (ours is not null)
                KeepAmidOurs(ours);
            LeaveMarkedSignatures();
            foreach (var (from, to) in Regions())
            {
                LeaveSignature(from, to);
                LeaveProgramLines(from, to);
                LeaveDisclaimers(from, to);
            }

            LeaveRules();
            return Joined();
        }

        /// <summary>"&gt;:(" is a face and "&gt;From here" a line that a mailbox escaped: neither is a quote.</summary>
        private void NotQuotes()
        {
            for (var i = 0; i < lines.Length; i++)
            {
                if (depth[i] != 1)
                    continue;
                var alone = (i == 0 || depth[i - 1] == 0) && (i + 1 == lines.Length || depth[i + 1] == 0);
                var line = lines[i].TrimStart();
                if (alone && line.StartsWith(">From ", StringComparison.Ordinal))
                    (depth[i], lines[i], bare[i]) = (0, line[1..], line[1..]);
                else if (alone && line.Length > 1 && line[1] is ':' or '.' or '_' or ';' or '<' or '=' && line.Length < 40)
                    (depth[i], bare[i]) = (0, lines[i]);
            }
        }

        /// <summary>Quotes, their introductions, and all that follows a separator or a block of header fields.</summary>
        private void LeaveQuotes()
        {
            for (var i = 0; i < lines.Length; i++)
            {
                if (left[i] is not null)
                    continue;
                if (lines[i].Length == 1 && lines[i][0] == Marks.Earlier)
                {
                    left[i] = Out.Earlier;
                    LeaveEarlier(i + 1);
                    continue;
                }

                if (depth[i] > 0)
                {
                    left[i] = Out.Quote;
                    if (depth[i] >= 3 && lines[i].TrimEnd().EndsWith(">>>", StringComparison.Ordinal) && lines[i].Length < 200)
                    {
                        // GroupWise: ">>> Dana 3/4/2024 10:11 AM >>>".
                        left[i] = Out.Introduction;
                        LeaveEarlier(i + 1);
                    }

                    continue;
                }

                if (bare[i].Length > LongestLine || bare[i].AsSpan().Trim().Length < ShortestSign)
                {
                    if (bare[i].AsSpan().Trim().Length > 0 && Remnant(i))
                        left[i] = Out.Quote;
                    continue;
                }

                if (SeparatorAt(i) is { } end)
                {
                    Leave(i, end, Out.Introduction);
                    LeaveEarlier(end);
                    i = end - 1;
                }
                else if (IntroductionAt(i) is { } found)
                {
                    var after = i + found.Lines;
                    var start = NameAbove(i);
                    Leave(start, after, Out.Introduction);
                    if (found.Evidence == Introduction.Evidence.Strong)
                        LeaveEarlier(after);
                    i = after - 1;
                }
                else if (depth[i] == 0 && Remnant(i))
                {
                    left[i] = Out.Quote;
                }
            }
        }

        /// <summary>
        /// Takes back what a person typed into an unmarked copy of our mail: its lines are ours or theirs. Only up to the
        /// next introduction, below which an older mail begins, perhaps their own; and only where the copy is ours indeed.
        /// </summary>
        private void KeepAmidOurs(OwnWords ours)
        {
            var from = Array.FindIndex(left, why => why is Out.Earlier);
            if (from < 0)
                return;
            var to = from;
            while (to < lines.Length && left[to] is Out.Earlier && depth[to] == 0 && to < from + MaxCompared && (IntroductionAt(to) ?? (object?)SeparatorAt(to)) is null)
                to++;
            var theirs = new List<int>();
            var known = 0;
            for (var i = from; i < to; i++)
            {
                if (lines[i].AsSpan().Trim().Length == 0)
                    continue;
                if (ours.Hold(lines[i]))
                    known += lines[i].Trim().Length > 12 ? 1 : 0;
                else
                    theirs.Add(i);
            }

            if (known == 0 || known < theirs.Count / 3)
                return;
            for (var k = 0; k < theirs.Count; k++)
            {
                left[theirs[k]] = null;
                for (var i = theirs[k] + 1; k + 1 < theirs.Count && i < theirs[k + 1] && lines[i..theirs[k + 1]].All(line => line.AsSpan().Trim().Length == 0); i++)
                    left[i] = null; // The empty lines between two of theirs.
            }
        }

        /// <summary>What an introduction or separator announces: the quote below it, or, where nothing is marked as a quote, all that follows.</summary>
        private void LeaveEarlier(int from)
        {
            var first = from;
            while (first < lines.Length && lines[first].AsSpan().Trim().Length == 0)
                first++;
            if (first >= lines.Length)
                return;

            // Below a marked quote a person may have typed. Header fields may stand between the separator and the quote.
            if (depth[first] > 0 || left[first] is not null)
                return;
            if (IntroductionAt(first) is not null || SeparatorAt(first) is not null)
                return; // The loop comes to it next.
            Leave(from, lines.Length, Out.Earlier);
        }

        /// <summary>The end of a separator and the header fields below it, or of such fields alone; null when there is neither.</summary>
        private int? SeparatorAt(int at)
        {
            var line = bare[at];
            if (Separator.Is(line))
            {
                var next = NextLine(at + 1);
                var block = next < lines.Length && depth[next] == 0 ? Search(() => HeaderBlock.At(bare, next, announced: true)) : 0;
                return block > 0 ? next + block : at + 1;
            }

            if (Separator.IsRule(line) || Separator.IsBare(line))
            {
                var next = NextLine(at + 1);
                if (next < lines.Length && next <= at + 3 && depth[next] == 0 && Search(() => HeaderBlock.At(bare, next, announced: true)) is var block and > 0)
                    return next + block;
                return null;
            }

            if (line.AsSpan().IndexOfAny(':', '：', '|') >= 0)
            {
                var block = Search(() => HeaderBlock.At(bare, at, announced: false));
                return block > 0 ? at + block : null;
            }

            return null;
        }

        private Introduction.Found? IntroductionAt(int at)
        {
            var marked = lines[at].Length > 0 && lines[at][0] == Marks.Introduction;
            if (marked)
            {
                var end = at + 1;
                while (end < lines.Length && lines[end].Length > 0 && lines[end][0] == Marks.Introduction)
                    end++;
                return new Introduction.Found(end - at, Introduction.Evidence.Weak);
            }

            if (searches > MaxSearches)
                return null;
            var found = Introduction.At(bare, at, index => depth[index] > 0);
            if (found is null)
            {
                searches += bare[at].Any(char.IsDigit) || bare[at].EndsWith(':') ? 1 : 0;
                return null;
            }

            searches++;
            var next = NextLine(at + found.Value.Lines);
            var quoteFollows = next < lines.Length && depth[next] > 0;
            return found.Value.Evidence == Introduction.Evidence.Strong || quoteFollows ? found : null;
        }

        /// <summary>A name on a line of its own above "&lt;address&gt; wrote:" belongs to it.</summary>
        private int NameAbove(int at)
        {
            if (at == 0 || !bare[at].TrimStart().StartsWith('<') || depth[at - 1] > 0)
                return at;
            var above = bare[at - 1].Trim();
            var apart = at == 1 || bare[at - 2].AsSpan().Trim().Length == 0;
            return apart && above.Length is > 0 and < 60 && above.Split(' ').Length <= 8 && above[^1] is not ('.' or '!' or '?') && left[at - 1] is null ? at - 1 : at;
        }

        /// <summary>The last words of a quoted line that a program wrapped without its mark: short, small letters, amid quotes.</summary>
        private bool Remnant(int at)
        {
            if (at == 0 || at + 1 >= lines.Length || depth[at - 1] == 0 || depth[at + 1] == 0 || lines[at - 1].Length < 65)
                return false;
            var line = lines[at].Trim();
            return line.Length < 30 && char.IsLower(line[0]) && !Answers.Contains(Plain.Of(line.TrimEnd('.', '!', ','))) && lines[at - 1].TrimEnd()[^1] is not ('.' or '?' or '!' or ':' or ';');
        }

        private static readonly HashSet<string> Answers = new(StringComparer.Ordinal) { "yes", "no", "si", "ok", "okay", "never", "nope", "maybe", "agreed", "i agree", "yes please", "not sure", "nunca", "claro", "no gracias", "si claro", "oui", "non", "ja", "nein", "nee", "tak", "nie", "da", "net", "sim", "sim, claro", "wi", "i do", "i do not", "not at all", "of course", "same", "both", "neither", "none" };

        private void LeaveMarkedSignatures()
        {
            for (var i = 0; i < lines.Length; i++)
            {
                if (left[i] is null && lines[i].Length > 0 && lines[i][0] == Marks.Signature)
                    left[i] = Out.Signature;
            }
        }

        /// <summary>Stretches of kept lines, from one quote to the next.</summary>
        private List<(int From, int To)> Regions()
        {
            var regions = new List<(int, int)>();
            var from = -1;
            for (var i = 0; i <= lines.Length; i++)
            {
                var kept = i < lines.Length && left[i] is null;
                if (kept && from < 0)
                    from = i;
                if (!kept && from >= 0)
                {
                    regions.Add((from, i));
                    from = -1;
                }
            }

            return regions;
        }

        /// <summary>The signature after a line "-- ": to the end of its region, unless that is more than a signature has.</summary>
        private void LeaveSignature(int from, int to)
        {
            for (var i = Math.Max(from, to - (2 * Reach)); i < to; i++)
            {
                var line = lines[i].TrimEnd();
                var spaced = lines[i] == "-- " || lines[i] == "--\u00A0";
                var dashes = line is "--" or "—" or "–" or "- --" or "--=20" || spaced;
                var rule = !dashes && (line.StartsWith("---", StringComparison.Ordinal) || line.StartsWith("___", StringComparison.Ordinal)) && Separator.IsRule(line) | line.Trim() is "---" or "----" or "___" or "____";
                if (!dashes && !rule)
                    continue;
                var below = lines[(i + 1)..to].Count(next => next.AsSpan().Trim().Length > 0);
                var words = lines[(i + 1)..to].Sum(next => next.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
                if (below == 0 && !spaced && !(dashes && i > from))
                    continue;
                if (dashes && !spaced && Sentence(i + 1, to))
                    continue;
                if (dashes ? below <= (spaced ? 60 : 16) && (spaced || words <= 120) : below <= 10 && Contacts(i + 1, to))
                {
                    Leave(i, to, Out.Signature);
                    return;
                }
            }
        }

        /// <summary>Whether the first line below two dashes is a person's sentence: their own rule, then, and no signature.</summary>
        private bool Sentence(int from, int to)
        {
            var first = NextLine(from);
            if (first >= to)
                return false;
            var line = lines[first].Trim();
            return line.Length < 400 && line[^1] is '.' or '!' or '?' && line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= 4
                && !line.Any(char.IsDigit) && !ClientSignature.Is(line) && !Disclaimer.Is(line) && line[0] is not ('"' or '“' or '«' or '\'' or '„');
        }

        /// <summary>Whether lines hold what only signatures and footers hold beside a name: an address, a link, a telephone.</summary>
        private bool Contacts(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                var line = lines[i];
                if (line.Length > 120)
                    return false;
                if (Introduction.HasAddress(line) || line.Contains("www.", StringComparison.OrdinalIgnoreCase) || line.Contains("http", StringComparison.OrdinalIgnoreCase) || line.Count(char.IsDigit) >= 7)
                    return true;
            }

            return false;
        }

        private void LeaveProgramLines(int from, int to)
        {
            for (var i = Math.Max(from, to - Reach); i < to && compared < MaxCompared; i++)
            {
                if (left[i] is not null || lines[i].AsSpan().Trim().Length == 0)
                    continue;
                compared++;
                if (ClientSignature.Is(lines[i]))
                    left[i] = Out.Program;
                else if (i + 1 < to && lines[i].Length < 100 && lines[i + 1].Length is > 0 and < 100 && left[i + 1] is null && WrappedProgramLine(i))
                    left[i] = left[i + 1] = Out.Program;
            }
        }

        /// <summary>"Sent from my Verizon, Samsung Galaxy\nsmartphone": one line that was wrapped.</summary>
        private bool WrappedProgramLine(int at) =>
            lines[at + 1].AsSpan().Trim().Length is > 0 and < 40 && !ClientSignature.Is(lines[at + 1]) && char.IsLower(lines[at + 1].TrimStart()[0]) && ClientSignature.Is(lines[at] + " " + lines[at + 1]);

        /// <summary>Disclaimers, a paragraph at a time.</summary>
        private void LeaveDisclaimers(int from, int to)
        {
            var before = false;
            for (var i = from; i < to; i++)
            {
                if (left[i] is not null || lines[i].AsSpan().Trim().Length == 0)
                    continue;
                var end = i;
                var paragraph = new StringBuilder();
                while (end < to && lines[end].AsSpan().Trim().Length > 0 && left[end] is null && !(end > i && Separator.IsRule(lines[end])))
                {
                    if (paragraph.Length < 4_000)
                        paragraph.Append(lines[end].Trim()).Append(' ');
                    end++;
                }

                if (++compared > 2 * MaxCompared)
                    return;

                // A disclaimer may follow the closing with no empty line between: look at each line of a short paragraph.
                var start = i;
                var text = paragraph.ToString();
                var found = Disclaimer.Is(text) || (before && Disclaimer.Continues(text));
                for (var k = i + 1; !found && k < end && k < i + 20; k++)
                {
                    var rest = string.Join(' ', lines[k..Math.Min(end, k + 30)].Select(line => line.Trim()));
                    if (Disclaimer.Is(rest))
                        (found, start) = (true, k);
                }

                if (found)
                {
                    if (start == from || lines[from..start].All(line => line.AsSpan().Trim().Length == 0))
                        end = EndOfBanner(start, end);
                    Leave(start, end, Out.Disclaimer);
                    if (start > from && (Separator.IsRule(lines[start - 1]) || lines[start - 1].Trim() is "--" or "---") && left[start - 1] is null)
                        left[start - 1] = Out.Disclaimer;
                }

                before = found;
                i = Math.Max(i, end - 1);
            }
        }

        /// <summary>
        /// Above a person's words, with no empty line between, a banner ends where a line breaks that was not full: the
        /// line below it is the person's unless it goes on about the same.
        /// </summary>
        private int EndOfBanner(int start, int end)
        {
            for (var i = start + 1; i < end; i++)
            {
                var next = lines[i].Trim();
                var word = next.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? space : next.Length;
                var full = lines[i - 1].TrimEnd().Length is var length && length <= 100 && length + 1 + word > 60;
                if (!full && !Disclaimer.Is(next) && !Disclaimer.Continues(next) && LinkOnly(next) is false)
                    return i;
            }

            return end;
        }

        private static bool LinkOnly(string line) =>
            !line.Contains(' ', StringComparison.Ordinal) && (line.Contains("://", StringComparison.Ordinal) || line.StartsWith("www.", StringComparison.OrdinalIgnoreCase));

        /// <summary>Rules at the very end of what is kept, drawn by a program above what was left out.</summary>
        private void LeaveRules()
        {
            for (var i = lines.Length - 1; i >= 0; i--)
            {
                if (left[i] is not null || lines[i].AsSpan().Trim().Length == 0)
                    continue;
                if (!Separator.IsRule(lines[i]))
                    return;
                left[i] = Out.Program;
            }
        }

        private ReplyText Joined()
        {
            var reply = new StringBuilder();
            var trimmed = new StringBuilder();
            var reasons = new SortedSet<Out>();
            for (var i = 0; i < lines.Length; i++)
            {
                var line = Marks.Remove(lines[i]);
                if (left[i] is { } why)
                {
                    trimmed.Append(line).Append('\n');
                    if (line.AsSpan().Trim().Length > 0 || lines[i].Length > 0)
                        reasons.Add(why);
                    continue;
                }

                reply.Append(line.TrimEnd()).Append('\n');
            }

            var because = reasons.Count == 0
                ? "nothing but what the person typed"
                : "left out: " + string.Join(", ", reasons.Select(reason => reason switch
                {
                    Out.Quote => "quoted lines",
                    Out.Introduction => "the line that introduces a quote",
                    Out.Earlier => "the earlier mail",
                    Out.Signature => "a signature",
                    Out.Program => "a line added by the mail program",
                    _ => "a disclaimer",
                }));
            return new ReplyText(Gaps(reply.ToString()), trimmed.ToString().Trim('\n'), because);
        }

        /// <summary>Where something was left out between two kept lines, one empty line stays, not several.</summary>
        private static string Gaps(string reply)
        {
            var kept = new StringBuilder(reply.Length);
            var breaks = 0;
            foreach (var c in reply.Trim())
            {
                breaks = c == '\n' ? breaks + 1 : 0;
                if (breaks <= 2)
                    kept.Append(c);
            }

            return kept.ToString();
        }

        private void Leave(int from, int to, Out why)
        {
            for (var i = from; i < to; i++)
                left[i] ??= why;
        }

        private int NextLine(int from)
        {
            while (from < lines.Length && lines[from].AsSpan().Trim().Length == 0)
                from++;
            return from;
        }

        private int Search(Func<int> search) => ++searches > MaxSearches ? 0 : search();

        /// <summary>Quote marks in front of a line: "&gt; &gt;", "&gt;&gt;", "| &gt;".</summary>
        private static (int Depth, string Bare) Unquoted(string line)
        {
            var found = 0;
            var at = 0;
            while (at < line.Length && (line[at] is '>' || (line[at] is ' ' or '\u00A0' or '\t' && at < 40) || (line[at] == '|' && (found > 0 || (at + 1 < line.Length && line[at + 1] is ' ' or '>')) && at < 40)))
            {
                if (line[at] == '>')
                    found++;
                at++;
            }

            return found == 0 ? (0, line) : (found, line[at..]);
        }
    }
}
