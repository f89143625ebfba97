using System.Globalization;
using System.Xml.Linq;
using CtVoice.Core.Storage;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.Internal;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CtVoice.Web;

/// <summary>
/// The keys of Data Protection: numbered rows of a table, each encrypted, read before they are wanted and served from memory.
/// Whoever needs the next key inserts it if it is absent, so that hosts that start together on an empty table share their first.
/// Another product key has a ring of its own. Thread-safe.
/// </summary>
/// <param name="records">The records table; keys live in its partition <c>ring|...</c>.</param>
/// <param name="seal">Encrypts them.</param>
/// <param name="activator">What Data Protection makes its parts with.</param>
/// <param name="wall">The wall clock: Data Protection reads it as well, and cannot be told another time.</param>
/// <param name="logger">Hears of rows that do not open.</param>
internal sealed partial class KeyRing(ITable records, RingSeal seal, IActivator activator, TimeProvider wall, ILogger<KeyRing> logger)
    : IXmlRepository, IDisposable
{
    /// <summary>How long a key makes new tokens; what it protected is read after that as well.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(90);

    /// <summary>How long before the last key ends the next is there. Data Protection looks once a day:
    /// every host knows it by then.</summary>
    public static TimeSpan Ahead { get; } = TimeSpan.FromDays(7);

    private static readonly TimeSpan ReadAgain = TimeSpan.FromHours(12);

    private readonly string partition = $"ring|{seal.Name}";
    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Ring? ring;

    /// <summary>True once the ring was read.</summary>
    public bool IsRead => ring is not null;

    /// <summary>Reads the ring when that is due, and adds the key that is wanted next.</summary>
    /// <exception cref="TableFaultException">The storage does not answer.</exception>
    public async ValueTask ReadyAsync(CancellationToken cancellationToken = default)
    {
        if (IsFresh())
            return;
        await reading.WaitAsync(cancellationToken);
        try
        {
            if (IsFresh())
                return;
            var read = await ReadAsync(cancellationToken);
            while (wall.GetUtcNow() + Ahead >= read.Ends)
            {
                await AddAsync(read, cancellationToken);
                read = await ReadAsync(cancellationToken);
            }
            ring = read;
        }
        finally
        {
            _ = reading.Release();
        }
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. (ring ?? throw new InvalidOperationException("The key ring is asked before it was read.")).Keys.Select(XElement.Parse)];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) =>
        throw new NotSupportedException("Keys are added where the ring is read, and nowhere else.");

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    private bool IsFresh() => ring is { } read && wall.GetUtcNow() - read.At < ReadAgain;

    private async Task<Ring> ReadAsync(CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        var (last, ends) = (0, DateTimeOffset.MinValue);
        // Four a year: one page holds them all.
        foreach (var row in (await records.QueryAsync(new(partition), cancellationToken)).Rows)
        {
            last = int.Parse(row.Key, CultureInfo.InvariantCulture);
            if (seal.Open(row.Text("key") ?? "", Place(row.Key)) is not { } key)
            {
                Unread(logger, last);
                continue;
            }
            keys.Add(key);
            var end = (DateTimeOffset)XElement.Parse(key).Element("expirationDate")!;
            ends = end > ends ? end : ends;
        }
        return new(keys, last, ends, wall.GetUtcNow());
    }

    // Somebody else may have been faster: theirs counts.
    private async Task AddAsync(Ring read, CancellationToken cancellationToken)
    {
        var number = (read.Last + 1).ToString("D6", CultureInfo.InvariantCulture);
        var now = wall.GetUtcNow();
        var from = read.Ends > now ? read.Ends : now;
        var row = new TableRow(partition, number).With("key", seal.Close(Made(from, from + Lifetime), Place(number)));
        _ = await records.SubmitAsync(partition, [new TableOperation.Insert(row)], cancellationToken);
    }

    private string Place(string number) => $"{partition}|{number}";

    // Only Data Protection knows what its keys look like; it writes this one on a sheet of paper.
    private string Made(DateTimeOffset from, DateTimeOffset until)
    {
        var sheet = new Sheet();
        var options = new KeyManagementOptions
        { XmlRepository = sheet, AuthenticatedEncryptorConfiguration = new AuthenticatedEncryptorConfiguration() };
        _ = new XmlKeyManager(Options.Create(options), activator).CreateNewKey(from, until);
        return sheet.Written!;
    }

    [LoggerMessage(1, LogLevel.Warning, "Key {Number} of the key ring does not open and is left out")]
    private static partial void Unread(ILogger logger, int number);

    private sealed record Ring(IReadOnlyList<string> Keys, int Last, DateTimeOffset Ends, DateTimeOffset At);

    private sealed class Sheet : IXmlRepository
    {
        public string? Written { get; private set; }

        public IReadOnlyCollection<XElement> GetAllElements() => [];

        public void StoreElement(XElement element, string friendlyName) => Written = element.ToString(SaveOptions.DisableFormatting);
    }
}
