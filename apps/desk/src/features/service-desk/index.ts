export { DeskScreen } from './desk/DeskScreen.tsx';
export { forgetLook } from './desk/storedLook.ts';
export { SignInScreen } from './sign-in/SignInScreen.tsx';
