using System.Globalization;
using CtVoice.Core.Json;
using CtVoice.Language;

namespace CtVoice.Core.Board;

/// <summary>What is wrong with a member or a contact that somebody entered; the rules of a board file, with JSON pointers. Pure.</summary>
public static class MemberCheck
{
    /// <summary>Zone of whoever names none.</summary>
    public const string DefaultZone = BoardRow.DefaultZone;

    /// <summary>What a member may have lived in, as it is written.</summary>
    public static IReadOnlyList<string> Experiences => BoardRow.Experiences;

    /// <summary>Everything wrong with a member, at once; messages never repeat what a member said of themself.</summary>
    /// <param name="member">As entered.</param>
    /// <param name="knownPopulations">Codes that a member may describe themself with.</param>
    public static IReadOnlyList<Fault> Of(Member member, Func<string, bool> knownPopulations)
    {
        var faults = new List<Fault>();
        void Need(bool holds, string pointer, string message)
        {
            if (!holds)
                faults.Add(new(pointer, message));
        }

        Need(Member.IsId(member.Id), "/id", "An id is 1 to 64 of a-z, 0-9 and hyphen, such as m-07.");
        Need(!Practising.Is(member.Id), "/id", "An id that begins with practice- is of somebody who practises; members have another.");
        Need(member.Languages.Count > 0, "/languages", "At least one language is needed.");
        Each(member.Languages, "/languages", BoardRow.IsLanguage, "Languages are ISO 639-1 codes in small letters, preferred first.",
            faults);
        Need(BoardRow.IsZone(member.Zone), "/zone", $"A zone is an IANA name such as {BoardRow.DefaultZone}.");
        Need(member.Channels.Count > 0, "/channels", "At least one of sms, email, page, phone-dictated, letter is needed.");
        Need(member.Channels.Distinct().Count() == member.Channels.Count, "/channels", "A channel comes twice.");
        Need(member.Term.To is null || member.Term.To >= member.Term.From, "/term/to", "A term ends on or after the day it starts.");
        Each(member.Populations, "/populations", knownPopulations, "Populations are REL codes such as 2054-5.", faults);
        Need(!member.RefusedToDescribe
            || member.Populations.Count == 0, "/populations", "Whoever chose not to describe themself has no populations.");
        Each(member.Experiences, "/experiences", word => BoardRow.Experiences.Contains(word),
            $"Experiences are {string.Join(", ", BoardRow.Experiences)}.", faults);
        Each(member.Conflicts, "/conflicts", tie => tie.Agency.Trim().Length is > 0 and <= 20,
            "A conflict names an agency by its code, such as DSS.", faults);
        faults.AddRange(OfAvailability(member.Away, member.MaximumPerYear));
        return faults;
    }

    /// <summary>Everything wrong with when and how often a member can be asked.</summary>
    public static IReadOnlyList<Fault> OfAvailability(IReadOnlyList<DaySpan> away, int? maximumPerYear)
    {
        var faults = new List<Fault>();
        Each(away, "/away", span => span.To is null || span.To >= span.From, "A time away ends on or after the day it starts.", faults);
        if (maximumPerYear is < 0 or > 366)
            faults.Add(new("/maximumPerYear", "A maximum is a whole number from 0 to 366, or absent for none."));
        return faults;
    }

    /// <summary>A contact in its stored form, or what is wrong with it; a message never repeats a name, number or address.</summary>
    public static (MemberContact? Contact, IReadOnlyList<Fault> Faults) OfContact(Member member, string name, string? phone, string? email,
        string? post = null)
    {
        var faults = new List<Fault>();
        email = email is null ? null : AsTyped.Of(email);
        if (!Visible.In(name) || name.Trim().Length > 120)
            faults.Add(new("/name", "A name of 1 to 120 characters is needed: what the member wants to be called."));
        var read = phone is null ? default : PhoneNumber.Read(phone);
        if (read.Refusal is { } why)
            faults.Add(new("/phone", why));
        if (phone is null && member.Channels.Any(c => c is Channel.Sms or Channel.PhoneDictated))
            faults.Add(new("/phone", "A member reached by sms or phone-dictated needs a number."));
        if (email is not null && BoardRow.AddressFault(email) is { } notOne)
            faults.Add(new("/email", notOne));
        if (email is null && member.Channels.Contains(Channel.Email))
            faults.Add(new("/email", "A member reached by email needs an address."));
        var lines = PostalAddress.Clean(post);
        if (lines is not null && PostalAddress.Fault(lines) is { } unusable)
            faults.Add(new("/post", unusable));
        if (lines is null && member.Channels.Contains(Channel.Letter))
            faults.Add(new("/post", "A member reached by letter needs a postal address."));
        return faults.Count > 0 ? (null, faults) : (new(member.Id, name.Trim(), read.E164, email) { Post = lines }, []);
    }

    private static void Each<T>(IReadOnlyList<T> list, string pointer, Func<T, bool> fits, string message, List<Fault> faults)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (!fits(list[i]))
                faults.Add(new(string.Create(CultureInfo.InvariantCulture, $"{pointer}/{i}"), message));
            else if (list.Take(i).Contains(list[i]))
                faults.Add(new(string.Create(CultureInfo.InvariantCulture, $"{pointer}/{i}"), "This comes twice."));
        }
    }
}
