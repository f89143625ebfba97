using System.Globalization;
using System.Net.Mail;
using CtVoice.Core.Json;

namespace CtVoice.Core.Board;

/// <summary>Turns the cells of one row into a member and their contact.</summary>
internal static class BoardRow
{
    public const string DefaultZone = "America/New_York";
    private const string RefusedToDescribe = "refused";

    /// <summary>DOMAIN, Overrepresentation: populations that a programme defines.</summary>
    public static readonly IReadOnlyList<string> Experiences = ["poverty", "benefits", "child-welfare", "custody", "homeless"];

    private static readonly IReadOnlyList<(string Word, Channel Channel)> ChannelWords =
        [.. Enum.GetValues<Channel>().Select(channel => (channel.Name(), channel))];

    /// <summary>The row, or null when <paramref name="cells"/> has faults.</summary>
    public static BoardFileRow? Read(BoardCells cells, IReadOnlySet<string>? knownPopulations)
    {
        var id = cells.Mandatory("member_id");
        if (id.Length > 0 && (!Member.IsId(id) || Practising.Is(id)))
            cells.Refuse("member_id", "An id is 1 to 64 of a-z, 0-9 and hyphen, such as m-07.");
        var channels = Channels(cells, "channels");
        if (channels.Count == 0 && cells.Text("channels").Length == 0)
            cells.Refuse("channels", "At least one of sms, email, page, phone-dictated, letter is needed.");
        var contact = new MemberContact(id, cells.Mandatory("name"), Phone(cells, channels), Email(cells, channels))
        {
            Post = Post(cells, channels),
        };
        var (populations, refused) = Populations(cells, knownPopulations);
        var member = new Member(
            id,
            Languages(cells),
            Zone(cells),
            channels,
            Consent(cells, channels),
            Term(cells),
            populations,
            cells.List("experiences", word => Experiences.FirstOrDefault(known => known == word),
                $"Experiences are {string.Join(", ", Experiences)}."),
            refused,
            Discreet: YesOrNo(cells, "discreet"),
            cells.List("conflicts", Conflict,
                "A conflict is AGENCY:employer, AGENCY:contractor or AGENCY:litigant; being served by an agency is none."),
            cells.Optional("household"),
            SharedNumberKey: null,
            Maximum(cells),
            cells.List("away", Away, "A time away is 2027-07-01/2027-07-14, or 2027-07-01/ without an end."),
            State(cells));
        return cells.Faults.Count > 0
            ? null
            : new BoardFileRow(cells.Row, member, contact, SaysState: cells.Text("state").Length > 0,
                SaysDiscreet: cells.Text("discreet").Length > 0);
    }

    private static List<Channel> Channels(BoardCells cells, string column)
    {
        var channels = new List<Channel>();
        foreach (var word in cells.List(column))
        {
            var known = ChannelWords.Where(entry => entry.Word == word).ToList();
            if (known.Count == 0)
                cells.Refuse(column, "Channels are sms, email, page, phone-dictated, letter.");
            channels.AddRange(known.Select(entry => entry.Channel));
        }
        return channels;
    }

    private static string? Phone(BoardCells cells, IReadOnlyList<Channel> channels)
    {
        if (cells.Optional("phone") is not { } written)
        {
            if (channels.Any(channel => channel is Channel.Sms or Channel.PhoneDictated))
                cells.Refuse("phone", "A member reached by sms or phone-dictated needs a number.");
            return null;
        }
        var reading = PhoneNumber.Read(written);
        if (reading.Refusal is { } why)
            cells.Refuse("phone", why);
        return reading.E164;
    }

    private static string? Email(BoardCells cells, IReadOnlyList<Channel> channels)
    {
        var address = cells.Optional("email") is { } written && AsTyped.Of(written) is { Length: > 0 } typed ? typed : null;
        if (address is null && channels.Contains(Channel.Email))
            cells.Refuse("email", "A member reached by email needs an address.");
        if (address is not null && AddressFault(address) is { } why)
            cells.Refuse("email", why);
        return address;
    }

    private static string? Post(BoardCells cells, IReadOnlyList<Channel> channels)
    {
        var lines = PostalAddress.Clean(cells.Optional("address")?.Replace(';', '\n'));
        if (lines is null && channels.Contains(Channel.Letter))
            cells.Refuse("address", "A member reached by letter needs a postal address, its lines with ; between them.");
        if (lines is not null && PostalAddress.Fault(lines) is { } why)
            cells.Refuse("address", why);
        return lines;
    }

    /// <summary>Why this is no address that mail can be sent to, never repeating it; null when it is one.</summary>
    public static string? AddressFault(string written) =>
        IsAddress(written) ? null
        : written.Any(c => c > '~') ? "This address has a letter that only looks like one of an address: type it again."
        : "This is not an email address.";

    // MailAddress also reads "Name <a@b>" and comments; what it makes of a plain address is that address.
    public static bool IsAddress(string written) =>
        written.All(c => c is > ' ' and <= '~') && MailAddress.TryCreate(written, out var read) && read.Address == written;

    public static bool IsLanguage(string word) => word.Length == 2 && word.All(char.IsAsciiLetterLower);

    public static bool IsZone(string zone) =>
        zone.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    private static IReadOnlyList<string> Languages(BoardCells cells)
    {
        _ = cells.Mandatory("languages");
        return cells.List(
            "languages",
            word => IsLanguage(word) ? word : null,
            "Languages are ISO 639-1 codes in small letters, preferred first, such as es;en.");
    }

    private static string Zone(BoardCells cells)
    {
        var zone = cells.Optional("zone") ?? DefaultZone;
        if (!IsZone(zone))
            cells.Refuse("zone", $"A zone is an IANA name such as {DefaultZone}.");
        return zone;
    }

    private static List<ConsentRecord> Consent(BoardCells cells, List<Channel> channels)
    {
        var agreed = Channels(cells, "consent_channels");
        if (agreed.Count == 0)
            return [];
        if (agreed.Except(channels).Any())
            cells.Refuse("consent_channels", "A channel agreed to must be one of the channels.");
        var text = cells.Mandatory("consent_text");
        var how = cells.Mandatory("consent_how");
        var written = cells.Mandatory("consent_when");
        // A time without an offset could mean two instants.
        if (!DateTimeOffset.TryParseExact(written, "yyyy-MM-dd'T'HH:mmK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var when)
            || !(written.EndsWith('Z') || written.LastIndexOfAny(['+', '-']) > 10))
        {
            if (written.Length > 0)
                cells.Refuse("consent_when", "A time of consent is 2026-09-01T14:00-04:00, with its offset.");
        }
        return [.. agreed.Order().Select(channel => new ConsentRecord(channel, ConsentState.Given, when.ToUniversalTime(), text, how))];
    }

    private static (IReadOnlyList<string> Codes, bool Refused) Populations(BoardCells cells, IReadOnlySet<string>? known)
    {
        if (cells.Text("populations") == RefusedToDescribe)
            return ([], true);
        var codes = cells.List(
            "populations",
            code => known?.Contains(code) ?? IsRelCode(code) ? code : null,
            $"Populations are REL codes such as 2054-5, or {RefusedToDescribe} alone.");
        return (codes, false);
    }

    private static bool IsRelCode(string code) =>
        code.Length == 6 && code[4] == '-' && code.Where((_, i) => i != 4).All(char.IsAsciiDigit);

    private static bool YesOrNo(BoardCells cells, string column)
    {
        var text = cells.Text(column);
        if (text is not ("" or "yes" or "no"))
            cells.Refuse(column, "This is yes or no.");
        return text == "yes";
    }

    private static Conflict? Conflict(string part)
    {
        var (agency, kind) = part.Split(':', StringSplitOptions.TrimEntries) is [{ Length: > 0 } first, var second]
            ? (first, second)
            : ("", "");
        return kind switch
        {
            "employer" => new Conflict(agency, ConflictKind.Employer),
            "contractor" => new Conflict(agency, ConflictKind.Contractor),
            "litigant" => new Conflict(agency, ConflictKind.Litigant),
            _ => null,
        };
    }

    private static int? Maximum(BoardCells cells)
    {
        if (cells.Optional("max_per_year") is not { } written)
            return null;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var maximum) && maximum <= 366)
            return maximum;
        cells.Refuse("max_per_year", "A maximum is a whole number from 0 to 366, or empty for none.");
        return null;
    }

    private static DaySpan? Away(string part)
    {
        if (part.Split('/', StringSplitOptions.TrimEntries) is not [var from, var to] || Day(from) is not { } first)
            return null;
        if (to.Length == 0)
            return new DaySpan(first);
        return Day(to) is { } last && last >= first ? new DaySpan(first, last) : null;
    }

    private static DaySpan Term(BoardCells cells)
    {
        var from = DayOf(cells, "term_from", cells.Mandatory("term_from"));
        var to = DayOf(cells, "term_to", cells.Text("term_to"));
        if (to < from)
            cells.Refuse("term_to", "A term ends on or after the day it starts.");
        return new DaySpan(from ?? default, to);
    }

    private static DateOnly? DayOf(BoardCells cells, string column, string written)
    {
        if (written.Length == 0)
            return null;
        var day = Day(written);
        if (day is null)
            cells.Refuse(column, "A day is written 2027-07-01.");
        return day;
    }

    private static DateOnly? Day(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static MemberState State(BoardCells cells)
    {
        switch (cells.Text("state"))
        {
            case "" or "active":
                return MemberState.Active;
            case "paused":
                return MemberState.Paused;
            case "left":
                return MemberState.Left;
            default:
                cells.Refuse("state", "A state is active, paused or left.");
                return MemberState.Active;
        }
    }
}
