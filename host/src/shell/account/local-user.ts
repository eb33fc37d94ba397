/** The local user of development, as the services make it (services/local-user.ts). */
export const localUser = { shown: '+86 138 0000 0000', hidden: '+8613****0000', password: 'terrarium' };
