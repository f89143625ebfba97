using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CtVoice.Core.Board.Erasing;

namespace CtVoice.Local.Transfer;

/// <summary>What a state file says of itself, once every line of it was checked.</summary>
/// <param name="Path">The file.</param>
/// <param name="Total">Hash over the hashes of all lines: names the file.</param>
/// <param name="Rows">Rows in it.</param>
/// <param name="ClockOffset">How far the host's clock was ahead, in ticks.</param>
/// <param name="IndexKey">Key of the indexes of phones and addresses, hex.</param>
/// <param name="Erased">Rows of the erase requests in it.</param>
internal sealed record StateFile(string Path, string Total, int Rows, long ClockOffset, string IndexKey, IReadOnlyList<StateRow> Erased)
{
    private const int ProblemsShown = 20;

    /// <summary>Reads every line and checks it; the file, or what is wrong with it.</summary>
    public static (StateFile? File, IReadOnlyList<string> Problems) Check(string path)
    {
        var problems = new List<string>();
        using var total = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (number, rows, shift) = (0, 0, 0);
        var erased = new List<StateRow>();
        (long Offset, string Key)? head = null;
        string? end = null;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (problems.Count >= ProblemsShown)
                break;
            if (end is not null)
            {
                problems.Add(StateLine.Told(number, "comes after the closing line"));
                break;
            }
            var sum = Convert.ToHexStringLower(total.GetCurrentHash());
            var (inner, hash, said) = StateLine.Read(line, number, out var problem);
            if (problem is not null)
            {
                problems.Add(problem);
                continue;
            }
            // One line left out is one problem, not one for every line after it.
            if (said != number && said != number + shift)
                problems.Add(
                    StateLine.Told(number,
                        string.Create(CultureInfo.InvariantCulture, $"stands in the wrong place: it says it is line {said}")));
            shift = said - number;
            total.AppendData(Encoding.ASCII.GetBytes(hash));
            if (number == 1 && Head(inner) is null)
                return (null, [$"This is not a state file of version {StateLine.Version}."]);
            if (number == 1)
                head = Head(inner);
            else if (inner.TryGetProperty("end", out var closing))
                end = Closes(inner, closing.GetString(), sum, rows, problems) ? sum : "";
            else if (StateRow.Read(inner) is { } row)
                rows = Take(row, rows, erased);
            else
                problems.Add(StateLine.Told(number, "is not a row"));
        }
        if (end is null && problems.Count < ProblemsShown)
            problems.Add("The closing line is missing: the file was cut short.");
        return problems.Count == 0 ? (new(path, end!, rows, head!.Value.Offset, head.Value.Key, erased), []) : (null, problems);
    }

    /// <summary>The rows, one at a time; only of a file that was checked.</summary>
    public IEnumerable<StateRow> Read() => File.ReadLines(Path)
        .Select((line, i) => StateLine.Read(line, i + 1, out _).Inner)
        .Where(inner => inner.TryGetProperty("table", out _))
        .Select(inner => StateRow.Read(inner)!);

    private static (long, string)? Head(JsonElement inner) =>
        inner.TryGetProperty("format", out var format) && format.ValueEquals(StateLine.Format)
        && inner.TryGetProperty("version", out var version) && version.TryGetInt32(out var written) && written == StateLine.Version
        && inner.TryGetProperty("clockOffset", out var offset) && offset.TryGetInt64(out var ticks)
        && inner.TryGetProperty("indexKey", out var key) && key.GetString() is { Length: >= 64 } hex
            ? (ticks, hex)
            : null;

    private static bool Closes(JsonElement inner, string? said, string sum, int rows, List<string> problems)
    {
        var counted = inner.TryGetProperty("rows", out var count) && count.TryGetInt32(out var told) ? told : -1;
        if (counted != rows && problems.Count == 0)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"The closing line counts {counted} rows, the file holds {rows}."));
        if (said != sum && problems.Count == 0)
            problems.Add("The closing line does not carry the hash of all lines before it.");
        return problems.Count == 0;
    }

    private static int Take(StateRow row, int rows, List<StateRow> erased)
    {
        if (row is { Table: StateRow.Records, Partition: ErasureStore.Partition })
            erased.Add(row);
        return rows + 1;
    }
}
