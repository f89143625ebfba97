namespace CtVoice.Language.Email;

/// <summary>Why a line of a mail is no part of the reply.</summary>
internal enum LeftOut
{
    Quote = 1,
    Introduction,
    Earlier,
    Signature,
    Program,
    Disclaimer,
}
