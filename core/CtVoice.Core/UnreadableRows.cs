using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;
using Microsoft.Extensions.Logging;

namespace CtVoice.Core;

/// <summary>
/// Tells whoever runs the product of rows that a list had to leave out (<see cref="ListedRows"/>): one alarm for a row and a day,
/// however often the list is read.
/// </summary>
public sealed partial class UnreadableRows(TableSet tables, TimeProvider clock, ILogger<UnreadableRows> logger)
{
    // Names of rows are ids and hashes; a hash is long enough to be found by its beginning.
    private const int MostLetters = 40;

    /// <summary>Raises the alarm for rows that were not told of today.</summary>
    /// <param name="list">The list, in a word or two.</param>
    /// <param name="names">The rows by their names.</param>
    /// <param name="cancellationToken">Stops before the next row.</param>
    public async Task TellAsync(string list, IReadOnlyList<string> names, CancellationToken cancellationToken = default)
    {
        var partition = string.Create(CultureInfo.InvariantCulture, $"unreadable|{clock.GetUtcNow():yyyy-MM-dd}");
        foreach (var name in names)
        {
            var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{list}|{name}")))[..16];
            if ((await tables.Records.SubmitAsync(partition, [new TableOperation.Insert(new TableRow(partition, key).With("list", list))],
                cancellationToken)).Committed)
                RowUnreadable(logger, list, name.Length > MostLetters ? name[..MostLetters] : name);
        }
    }

    [LoggerMessage(1, LogLevel.Error, Alarms.Row
        + ": a row of the list '{List}' cannot be read, and the list is shown without it: {Row}", EventName = nameof(RowUnreadable))]
    private static partial void RowUnreadable(ILogger logger, string list, string row);
}
