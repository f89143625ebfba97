using CtVoice.Language.Email;
using CtVoice.Language.Sms;

namespace CtVoice.Bench;

/// <summary>What reading a mail of one kind takes, one thread, in microseconds of processor time.</summary>
/// <param name="Kind">The kind, in words.</param>
/// <param name="Whole">All of it: what was typed, what it is, option, wish, danger.</param>
/// <param name="Kibibytes">Memory allocated meanwhile.</param>
/// <param name="Parted">Only parting what was typed from the rest; null where there is no plain text.</param>
/// <param name="Node">The same by the parser for Node; null where it was not asked.</param>
internal sealed record MailFigures(string Kind, double Whole, double Kibibytes, double? Parted, double? Node);

/// <summary>Reads one mail of each kind over and over, in turn with the common parser for Node where that is at hand.</summary>
internal static class MailsBench
{
    /// <param name="each">How long each is read, by each of both.</param>
    /// <param name="node">The parser for Node; null where it is not at hand.</param>
    internal static IReadOnlyList<MailFigures> Run(TimeSpan each, NodeParser? node)
    {
        // What all kinds have in common is compiled before any of them is measured.
        _ = Microseconds(each * 2, number => EmailReader.Read(MailKinds.All[number % MailKinds.All.Length].Bytes, EmailContext.Default));
        return
        [
            .. MailKinds.All.Select(mail => new MailFigures(
                mail.Kind,
                Microseconds(each, _ => EmailReader.Read(mail.Bytes, EmailContext.Default)),
                Kibibytes(_ => EmailReader.Read(mail.Bytes, EmailContext.Default), 1),
                mail.Text is { } text ? Microseconds(each, _ => ReplyText.Of(text)) : null,
                mail.Text is { } given ? node?.Microseconds(given, each) : null)),
            new MailFigures("text message", Microseconds(each, Read), Kibibytes(Read, MailKinds.Texts.Length), null, null),
        ];
    }

    private static SmsReading Read(int number) => SmsReader.Read(MailKinds.Texts[number % MailKinds.Texts.Length], SmsContext.Default);

    /// <summary>A quarter of the time to warm up, then as many as there is time for.</summary>
    private static double Microseconds(TimeSpan each, Func<int, object> read)
    {
        _ = Read(each / 4);
        return Read(each);

        double Read(TimeSpan time)
        {
            const int AtOnce = 64;
            var (began, count) = (Environment.CpuUsage.TotalTime, 0);
            while (Environment.CpuUsage.TotalTime - began < time)
            {
                for (var end = count + AtOnce; count < end; count++)
                    _ = read(count);
            }

            return (Environment.CpuUsage.TotalTime - began).TotalMicroseconds / count;
        }
    }

    private static double Kibibytes(Func<int, object> read, int mails)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < mails; i++)
            _ = read(i);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 1024.0 / mails;
    }
}
