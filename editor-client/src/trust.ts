/** What a person is told wherever something is off for want of trust. */
export const restriction = 'This folder is not trusted: house rules in C# and a server from the settings are off.';
